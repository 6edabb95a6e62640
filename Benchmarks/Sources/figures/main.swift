import CairoRendering
import Plotting

// figures speed [PART]     the figures that matplotlib_figures.py draws too, with times
// figures files FOLDER     one of them as PNG and SVG, for the time of a whole process
let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "speed": try Speed.run(part: arguments.dropFirst().first)
case "files": try Speed.write(to: arguments.dropFirst().first ?? ".")
default: print("usage: figures speed [PART] | figures files FOLDER")
}
