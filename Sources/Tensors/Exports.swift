// Whoever uses tensors needs the numbers that they hold, `Float` and `Double` as `TensorScalar`.
@_exported import TensorKernels
