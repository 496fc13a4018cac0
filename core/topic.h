// What steps, parts, differences and the pieces of the picture are about: one list, so that what one of them
// counts can be found in the others. Differences are told in its order.
#pragma once

#include <cstddef>
#include <cstdint>

namespace rnn {

enum class Topic : std::uint8_t {
  handed_on,          ///< what the layer before hands on
  matrices,           ///< how many weight matrices there are; as a difference: whole ones
  reads,              ///< what one unit reads
  matrix,             ///< one matrix, with its biases where they are as many for each
  matrices_total,     ///< all of them
  biases,             ///< where they are not as many for each matrix
  bias,               ///< bias vectors of every matrix: a second bias, or any
  candidate_bias,     ///< the candidate's recurrent bias
  gate_biases,        ///< second biases of the gates, not of the candidate
  peepholes,          ///< from the cell state to the gates: Gers and Schmidhuber 2000
  normalization,      ///< a gain and a shift per normalised number: Ba et al. 2016, arXiv:1607.06450
  projection,         ///< behind the cell: Sak et al. 2014, arXiv:1402.1128
  unused,             ///< stored, and never used by the forward pass
  layer_sum,          ///< the parts of one direction
  directions,         ///< both of them
  sum,                ///< over the layers
  statistics,         ///< running statistics of a normalisation
  counter,            ///< of the batches that a normalisation has seen
  said,               ///< what a layer reads, where its own text says so
  custom,             ///< what a layer of the reader's own stores
  depthwise,          ///< filters that each read one channel
  pointwise,          ///< filters that read every channel at one place
  projections,        ///< of an attention's queries, keys and values
  output_projection,  ///< behind its heads
  extra_key,          ///< a key and a value more, which stand for no time step
  scale,              ///< single numbers that an attention learns
  slopes,             ///< of a PReLU
  initial_state,      ///< what a recurrent layer begins with, where that is trained
  steps,              ///< as a difference: what is read, where another number of time steps is handed on
};

inline constexpr std::size_t topic_count = static_cast<std::size_t>(Topic::steps) + 1;

/// The public name: "handed_on".
const char* name(Topic topic);

}  // namespace rnn
