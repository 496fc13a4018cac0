// How many time steps a window that is moved over them leaves: poolings, and convolutions alike.
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

}  // namespace rnn
