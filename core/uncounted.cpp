// The arguments that never change a count.
#include <algorithm>
#include <iterator>

#include "core/language.h"
#include "core/word_index.h"

namespace rnn {
namespace {

/// What Keras and PyTorch accept beside the options and what leaves every shape alone.
constexpr WordList uncounted =
    "return_sequences return_state activation recurrent_activation dropout recurrent_dropout "
    "batch_first name stateful go_backwards unroll time_major zero_output_for_mask use_cudnn "
    "implementation seed dtype device nonlinearity unit_forget_bias forget_bias_init init inner_init "
    "inner_activation consume_less kernel_initializer recurrent_initializer bias_initializer "
    "embeddings_initializer depthwise_initializer pointwise_initializer gamma_initializer "
    "beta_initializer moving_mean_initializer moving_variance_initializer kernel_regularizer "
    "recurrent_regularizer bias_regularizer activity_regularizer embeddings_regularizer "
    "gamma_regularizer beta_regularizer kernel_constraint recurrent_constraint bias_constraint "
    "embeddings_constraint gamma_constraint beta_constraint weight_regularizer W_regularizer "
    "U_regularizer b_regularizer dropout_W dropout_U mask_zero batch_size layout rngs key padding_idx "
    "padding_mode max_norm norm_type scale_grad_by_freq sparse noise_shape inplace momentum epsilon eps "
    "synchronized weights quantization_config return_indices count_include_pad divisor_override "
    "autocast";

/// The same with this value alone.
struct OneValue {
  std::string_view name;
  std::string_view value;
};
constexpr OneValue uncounted_with[] = {
    {"data_format", "channels_last"},
    {"dim", "-1"},
    {"flatten", "false"},
    {"direction", "forward"},
    {"axis", "-1"},
    {"start_dim", "1"},
    {"end_dim", "-1"},
    {"track_running_stats", "true"},
};

/// Functions that stand behind the units without a name: Dense(1, 'sigmoid').
constexpr WordList activations =
    "relu tanh sigmoid softmax linear elu selu gelu softplus softsign swish silu mish exponential "
    "hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu relu6 log_softmax log_sigmoid identity "
    "None hard_shrink soft_shrink tanh_shrink celu glu sparsemax sparse_plus squareplus threshold";

WordIndex index_of(const WordList& words) {
  WordIndex out;
  for (const std::string_view word : words) out.add(word, 0);
  return out;
}

const OneValue* find_with_value(std::string_view name) {
  const auto* found = std::find_if(std::begin(uncounted_with), std::end(uncounted_with),
                                   [&](const OneValue& one) { return same_word(one.name, name); });
  return found == std::end(uncounted_with) ? nullptr : found;
}

}  // namespace

bool never_counts(std::string_view name, std::string_view value) {
  const OneValue* found = find_with_value(name);
  return found == nullptr ? may_never_count(name) : same_word(value, found->value);
}

bool may_never_count(std::string_view name) {
  static const WordIndex index = index_of(uncounted);
  return find_with_value(name) != nullptr || !index.find(name).empty();
}

bool is_activation(std::string_view text) {
  static const WordIndex index = index_of(activations);
  return !index.find(without_prefix(text)).empty();
}

}  // namespace rnn
