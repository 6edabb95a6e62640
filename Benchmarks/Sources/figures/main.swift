import CairoRendering
import Foundation
import Plotting

// figures speed [PART]     the figures that matplotlib_figures.py draws too, with times
// figures files FOLDER     one of them as PNG and SVG, for the time of a whole process
// figures kinds FOLDER     every kind of figure, to be looked at
let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "speed": try Speed.run(part: arguments.dropFirst().first)
case "files": try Speed.write(to: arguments.dropFirst().first ?? ".")
case "kinds": try Samples.write(to: arguments.dropFirst().first ?? ".")
default: print("usage: figures speed [PART] | figures files FOLDER | figures kinds FOLDER")
}
