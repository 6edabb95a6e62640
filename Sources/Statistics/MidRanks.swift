/// The rank of each score, from 1 for the lowest; equal scores share the mean of their ranks.
public func midRanks(of scores: [Double]) -> [Double] {
  let order = scores.indices.sorted { scores[$0] < scores[$1] }
  var ranks = Array(repeating: 0.0, count: scores.count)
  var start = 0
  while start < order.count {
    let end = order[start...].firstIndex { scores[$0] != scores[order[start]] } ?? order.endIndex
    for place in order[start..<end] { ranks[place] = Double(start + 1 + end) / 2 }
    start = end
  }
  return ranks
}
