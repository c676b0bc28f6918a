import Grading
import Kernels

extension Chapter7 {
  // MARK: - 7.6: a convolution as a loop

  static let convolution = CodeTask(
    call: "convolve(q.rows(), kernel: q.rows(), stride: q.whole(), padding: q.whole()).flatMap { $0 }",
    questions: { random in
      let usual = (0..<24).map { _ in
        let (window, rows, columns) = (random.pick(1...3), random.pick(4...6), random.pick(7...9))
        let (whole, kernel) = (image(&random, rows, columns), image(&random, window, window))
        return question(whole, kernel, stride: random.pick(1...3), padding: random.pick(0...window - 1))
      }
      // A window larger than the image has no place in it.
      return usual + [question(image(&random, 2, 6), image(&random, 3, 3), stride: 1, padding: 0)]
    },
    truth: { q in Convolved(&q).answer },
    laws: [
      CodeTask.Law(
        "sameImage",
        of: { random in [question(image(&random, 4, 7), [[1]], stride: 1, padding: 0)] },
        hold: { questions, answers in
          var reader = questions[0].reader
          return answers[0].agrees(with: Array(reader.rows().joined()))
        }),
      CodeTask.Law(
        "linear",
        of: { random in
          let (one, other, kernel) = (image(&random, 5, 7), image(&random, 5, 7), image(&random, 3, 3))
          let sum = zip(one, other).map { rows in zip(rows.0, rows.1).map { $0 + $1 } }
          let stride = random.pick(1...2)
          return [one, other, sum].map { image in question(image, kernel, stride: stride, padding: 1) }
        },
        hold: { _, answers in
          answers[0].count == answers[1].count && answers[2].agrees(with: zip(answers[0], answers[1]).map { $0 + $1 })
        }),
      // Without its first column, the image gives the same without the first column.
      CodeTask.Law(
        "shifted",
        of: { random in
          let (whole, kernel) = (image(&random, 5, 8), image(&random, 3, 3))
          let rest = whole.map { Array($0.dropFirst()) }
          return [whole, rest].map { image in question(image, kernel, stride: 1, padding: 0) }
        },
        hold: { _, answers in
          let columns = 8 - 3 + 1
          return answers[1].agrees(with: answers[0].indices.filter { $0 % columns != 0 }.map { answers[0][$0] })
        }),
    ],
    mistakes: [
      mistake("kernelFlipped") { $0.kernel = $0.kernel.reversed().map { $0.reversed() } },
      mistake("kernelTransposed") { convolved in
        let kernel = convolved.kernel
        convolved.kernel = kernel.indices.map { column in kernel.map { $0[column] } }
      },
      mistake("noPadding") { $0.padding = 0 },
      mistake("noStride") { $0.stride = 1 },
      mistake("edgeRepeated") { $0.repeatsEdge = true },
      mistake("lastPlaceMissing") { $0.missing = 1 },
    ])

  private static func image(_ random: inout SplitMix64, _ rows: Int, _ columns: Int) -> [[Double]] {
    (0..<rows).map { _ in (0..<columns).map { _ in Double(random.pick(-9...9)) } }
  }

  private static func question(_ image: [[Double]], _ kernel: [[Double]], stride: Int, padding: Int) -> Question {
    Question {
      $0.rows(image)
      $0.rows(kernel)
      $0.whole(stride)
      $0.whole(padding)
    }
  }

  private static func mistake(
    _ name: String, _ change: @escaping @Sendable (inout Convolved) -> Void
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in
      var convolved = Convolved(&q)
      change(&convolved)
      return convolved.answer
    }
  }
}

// MARK: - One channel, convolved

/// y[i, j] = Σ k[u, v] · x[s i + u − p, s j + v − p].
private struct Convolved {
  var image, kernel: [[Double]]
  var stride, padding: Int
  var repeatsEdge = false
  /// Places left out at the end of each direction.
  var missing = 0

  init(_ q: inout QuestionReader) {
    (image, kernel) = (q.rows(), q.rows())
    (stride, padding) = (q.whole(), q.whole())
  }

  var answer: [Double] {
    places(image.count).flatMap { row in places(image.first?.count ?? 0).map { sum(row: row, column: $0) } }
  }

  /// Where the window begins along one direction.
  private func places(_ length: Int) -> [Int] {
    let room = length + 2 * padding - kernel.count
    guard room >= 0 else { return [] }
    return (0..<room / stride + 1 - missing).map { $0 * stride - padding }
  }

  private func sum(row: Int, column: Int) -> Double {
    var sum = 0.0
    for (u, weights) in kernel.enumerated() {
      for (v, weight) in weights.enumerated() { sum += weight * pixel(row + u, column + v) }
    }
    return sum
  }

  private func pixel(_ row: Int, _ column: Int) -> Double {
    let (rows, columns) = (image.indices, image[0].indices)
    if repeatsEdge { return image[min(max(row, 0), rows.count - 1)][min(max(column, 0), columns.count - 1)] }
    return rows.contains(row) && columns.contains(column) ? image[row][column] : 0
  }
}
