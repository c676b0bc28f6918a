import Kernels

/// The dense candidates of a one-stage detector: all windows of some pictures, and what each of them is.
///
/// They stand in blocks of eight; N blocks in all. Every batch starts with a new block, and so do its backgrounds.
public struct CandidateSet: Sendable {
  /// N × 8: what the detector sees of each candidate, its eight features.
  public private(set) var features: [Lanes] = []
  /// N, a candidate in each lane: 1 for an object, 0 for background.
  public private(set) var targets: [Lanes] = []
  /// N, a candidate in each lane: how many candidates each stands for; 0 where a lane is not used.
  public private(set) var counts: [Lanes] = []
  /// Batches, one after the other.
  public private(set) var batches: [Batch] = []

  /// What one training step sees: first the objects, then, from a new block on, the backgrounds.
  public struct Batch: Sendable {
    public let blocks: Range<Int>
    /// Candidates of either kind, resampled ones counted once.
    public let objects: Int, backgrounds: Int
  }

  /// Objects in all.
  public private(set) var objects = 0
  /// Backgrounds in all.
  public private(set) var backgrounds = 0

  /// Blocks in all.
  public var blocks: Int { targets.count }

  /// Candidates of pictures, with a given number of backgrounds for each object.
  ///
  /// - Parameters:
  ///   - pictures: a batch takes `batchSize` of them after the other.
  ///   - negatives: backgrounds for each object, 1 … 1,000,000. Where the pictures hold more, a seeded choice of them is
  ///     taken. Where they hold fewer, all are taken and each counts for several: time and memory never depend on it.
  public init(pictures: [Picture], negatives: Int, batchSize: Int, seed: UInt64) {
    require(negatives, in: 1...1_000_000, "backgrounds for each object")
    var random = SplitMix64(seed: seed)
    for start in stride(from: 0, to: pictures.count, by: batchSize) {
      let first = blocks
      var windows = Windows()
      for picture in pictures[start..<min(start + batchSize, pictures.count)] { windows.add(picture) }

      let wanted = negatives * windows.objects.count
      let taken = min(wanted, windows.backgrounds.count)
      random.choose(taken, from: &windows.backgrounds)
      append(windows.objects[...], of: windows, target: 1, count: 1)
      append(windows.backgrounds[..<taken], of: windows, target: 0, count: Double(wanted) / Double(taken))
      objects += windows.objects.count
      backgrounds += wanted
      batches.append(Batch(blocks: first..<blocks, objects: windows.objects.count, backgrounds: taken))
    }
  }

  /// A batch of eight candidates.
  init(features: [Lanes], targets: Lanes) {
    (self.features, self.targets, counts) = (features, [targets], [Lanes(repeating: 1)])
    objects = Int(targets.total)
    backgrounds = Lanes.scalarCount - objects
    batches = [Batch(blocks: 0..<1, objects: objects, backgrounds: backgrounds)]
  }

  /// Puts eight windows into each block.
  private mutating func append(_ chosen: ArraySlice<Windows.Place>, of windows: Windows, target: Double, count: Double)
  {
    for start in stride(from: chosen.startIndex, to: chosen.endIndex, by: Lanes.scalarCount) {
      var used = Lanes.zero
      for lane in 0..<Lanes.scalarCount {
        let place = start + lane
        features.append(place < chosen.endIndex ? windows.features(of: chosen[place]) : .zero)
        used[lane] = place < chosen.endIndex ? 1 : 0
      }
      targets.append(target * used)
      counts.append(count * used)
    }
  }
}

// MARK: - Objects and backgrounds

/// The windows of pictures, objects and backgrounds apart.
private struct Windows {
  struct Place {
    var picture: Int
    var window: Window
  }

  private(set) var objects: [Place] = []
  var backgrounds: [Place] = []
  private var pictures: [WindowFeatures] = []

  mutating func add(_ picture: Picture) {
    for window in Window.all(of: picture) {
      let place = Place(picture: pictures.count, window: window)
      switch window.kind {
      case .object: objects.append(place)
      case .background: backgrounds.append(place)
      case .ignored: continue
      }
    }
    pictures.append(WindowFeatures(of: picture))
  }

  func features(of place: Place) -> Lanes { pictures[place.picture](x: place.window.x, y: place.window.y) }
}
