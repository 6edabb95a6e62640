import CairoRendering
import Foundation
import Plotting

// figures speed            the figures that matplotlib_figures.py draws too, with times
// figures kinds FOLDER     every kind of figure, to be looked at
let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "speed": try Speed.run()
case "kinds": try Samples.write(to: arguments.dropFirst().first ?? ".")
default: print("usage: figures speed | figures kinds FOLDER")
}
