/// The order that sorts `numbers`: indices, the least number's first.
///
/// Equal numbers end up in the order in which NumPy's `argsort` leaves them where no vector instructions sort for it:
/// quicksort around the median of the first, middle and last number, the smaller part first, and insertion below 17
/// numbers. (Its heapsort, for inputs built to make quicksort slow, is left out.)
func quicksortOrder(of numbers: [Double]) -> [Int] {
  var order = Array(numbers.indices)
  numbers.withUnsafeBufferPointer { numbers in
    order.withUnsafeMutableBufferPointer { order in
      var parts = [(first: 0, last: order.count - 1)]
      while var (first, last) = parts.popLast() {
        while last - first > 15 {
          let middle = partition(order, first, last, numbers)
          // The larger part waits.
          if middle - first < last - middle {
            parts.append((middle + 1, last))
            last = middle - 1
          } else {
            parts.append((first, middle - 1))
            first = middle + 1
          }
        }
        insertionSort(order, first, last, numbers)
      }
    }
  }
  return order
}

/// Moves what is less than a pivot before it and what is greater behind it, and returns the pivot's place.
private func partition(
  _ order: UnsafeMutableBufferPointer<Int>, _ first: Int, _ last: Int,
  _ numbers: UnsafeBufferPointer<Double>
) -> Int {
  let middle = first + (last - first) / 2
  func sortPair(_ low: Int, _ high: Int) {
    if numbers[order[high]] < numbers[order[low]] { order.swapAt(low, high) }
  }
  sortPair(first, middle)
  sortPair(middle, last)
  sortPair(first, middle)
  let pivot = numbers[order[middle]]
  order.swapAt(middle, last - 1)
  var low = first
  var high = last - 1
  while true {
    repeat { low += 1 } while numbers[order[low]] < pivot
    repeat { high -= 1 } while pivot < numbers[order[high]]
    if low >= high { break }
    order.swapAt(low, high)
  }
  order.swapAt(low, last - 1)
  return low
}

/// Sorts a short part; equal numbers stay as they are.
private func insertionSort(
  _ order: UnsafeMutableBufferPointer<Int>, _ first: Int, _ last: Int,
  _ numbers: UnsafeBufferPointer<Double>
) {
  guard first < last else { return }
  for start in (first + 1)...last {
    let moved = order[start]
    var place = start
    while place > first, numbers[moved] < numbers[order[place - 1]] {
      order[place] = order[place - 1]
      place -= 1
    }
    order[place] = moved
  }
}
