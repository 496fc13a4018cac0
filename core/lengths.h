// How many time steps a window that is moved over them leaves, in poolings and convolutions, or makes, in a
// transposed one.
#pragma once

#include <cstdint>

#include "core/checked.h"
#include "core/language.h"

namespace rnn {

struct Window {
  std::uint64_t size = 1;
  std::uint64_t stride = 1;
  std::uint64_t dilation = 1;
  std::uint64_t pad = 0;  ///< steps that are put on, on each side
  Padding padding = Padding::valid;
  bool ceil_mode = false;  ///< a last window may reach over the end, but not begin behind it
};

/// The steps that are left of `steps`; 0 where the window does not fit, none past the largest number.
/// Keras: keras/src/ops/operation_utils.py, compute_conv_output_shape; PyTorch: aten/src/ATen/native/Pool.h,
/// pooling_output_shape.
Whole steps_left(std::uint64_t steps, const Window& window);

/// The steps that a transposed convolution makes of `steps`, `more` of them put on behind; none past the
/// largest number. Where it `fills_strides`, a window below its stride leaves a whole stride. Keras:
/// keras/src/backend/common/backend_utils.py, _get_output_shape_given_tf_padding; PyTorch:
/// torch/nn/modules/conv.py, ConvTranspose1d.
Whole steps_made(std::uint64_t steps, const Window& window, std::uint64_t more, bool fills_strides);

}  // namespace rnn
