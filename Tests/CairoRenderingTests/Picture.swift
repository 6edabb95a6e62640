import CCairo

/// Grey values from 0 to 255, row by row.
struct Picture {
  var width = 0
  var height = 0
  var grey: [Double] = []

  /// Reads a PNG file.
  init?(file: String) {
    let surface = cairo_image_surface_create_from_png(file)
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { return nil }
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    for row in 0..<height {
      for column in 0..<width {
        let place = row * stride + 4 * column
        // Blue, green, red: each with a weight of its own, so that it shows where two are swapped.
        let sum = Double(data[place]) + 2 * Double(data[place + 1]) + 3 * Double(data[place + 2])
        grey.append(sum / 6)
      }
    }
  }

  /// The picture with the means of squares of so many pixels each way; what is left over is cut off.
  func reduced(by size: Int) -> Picture {
    var result = self
    (result.width, result.height) = (width / size, height / size)
    result.grey = [Double](repeating: 0, count: result.width * result.height)
    for row in 0..<result.height * size {
      for column in 0..<result.width * size {
        result.grey[row / size * result.width + column / size] +=
          grey[row * width + column] / Double(size * size)
      }
    }
    return result
  }

  /// The largest mean difference over tiles of 30 x 30 pixels.
  func largestTileDifference(_ other: Picture) -> Double {
    var largest = 0.0
    for top in stride(from: 0, to: height, by: 30) {
      for left in stride(from: 0, to: width, by: 30) {
        var sum = 0.0
        let (bottom, right) = (min(height, top + 30), min(width, left + 30))
        for row in top..<bottom {
          for column in left..<right {
            sum += abs(grey[row * width + column] - other.grey[row * width + column])
          }
        }
        largest = max(largest, sum / Double((bottom - top) * (right - left)))
      }
    }
    return largest
  }
}
