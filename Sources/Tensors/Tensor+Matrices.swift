import Kernels
import TensorKernels

// MARK: - Products of matrices

extension Tensor {
  /// A · B: M × K times K × N is M × N.
  public func matrixProduct(_ b: Tensor) -> Tensor {
    Tensor(shape: [rows, b.columns], repeating: 0).addingProduct(self, b)
  }

  /// C + A · B, for C of M × N, A of M × K and B of K × N.
  public func addingProduct(_ a: Tensor, _ b: Tensor) -> Tensor {
    addingProduct(a, .byRows, b, ProductShape(rows: a.rows, inner: a.columns, columns: b.columns))
  }

  /// Aᵀ · B: K × M, transposed, times K × N is M × N.
  public func transposedMatrixProduct(_ b: Tensor) -> Tensor {
    let shape = ProductShape(rows: columns, inner: rows, columns: b.columns)
    return Tensor(shape: [columns, b.columns], repeating: 0).addingProduct(self, .byColumns, b, shape)
  }

  private func addingProduct(_ a: Tensor, _ order: MatrixOrder, _ b: Tensor, _ size: ProductShape) -> Tensor {
    require(b.rows, ==, size.inner, "as many rows on the right as columns on the left")
    require(shape, ==, [size.rows, size.columns], "a product is added to what has its shape")
    var sum = self
    var scalars = sum.scalars.mutableSpan
    Scalar.addProduct(a.scalars.span, order, b.scalars.span, to: &scalars, shape: size)
    return sum
  }

  /// C + A · Bᵀ, for C of M × N, A of M × K and B of N × K: every row of A times every row of B.
  public func addingProductOfRows(_ a: Tensor, _ b: Tensor) -> Tensor {
    require(b.columns, ==, a.columns, "rows are of the same length")
    require(shape, ==, [a.rows, b.rows], "a product is added to what has its shape")
    var sum = self
    var scalars = sum.scalars.mutableSpan
    Scalar.addProductOfRows(
      a.scalars.span, b.scalars.span, to: &scalars,
      shape: ProductShape(rows: a.rows, inner: a.columns, columns: b.rows))
    return sum
  }

  // MARK: - What a matrix is

  private var rows: Int {
    require(shape.count, ==, 2, "a matrix has two dimensions")
    return shape[0]
  }

  private var columns: Int {
    require(shape.count, ==, 2, "a matrix has two dimensions")
    return shape[1]
  }
}
