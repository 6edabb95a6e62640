/// Figures as wide as the columns of papers, measured with the venue's own class or style file.
///
/// `Tests/measure-the-venues` measures those again that Debian's TeX has. Text is no larger
/// than the venue's captions, numbers at ticks a point or two smaller.
extension FigureStyle {
  /// The presets of papers and slides.
  static let venues: [FigureStyle] = [
    .neurips, .iclr, .icml, .icmlWide, .ieee, .ieeeWide, .nature, .natureWide, .jmlr, .tmlr, .acm,
    .acmWide, .aaai, .aaaiWide, .acl, .aclWide, .cvpr, .cvprWide, .aistats, .aistatsWide, .elsevier,
    .elsevierWide, .springer, .beamer, .beamerWide,
  ]

  /// The text width of NeurIPS papers (`neurips_2025.sty`: `textwidth=5.5in`).
  public static let neurips = paper("neurips", width: .inches(5.5), textSize: 9)

  /// The text width of ICLR papers (`iclr2025_conference.sty`: `\textwidth 5.5 true in`).
  public static let iclr = paper("iclr", width: .inches(5.5), textSize: 9)

  /// One column of an ICML paper (`icml2025.sty`: two in 6.75 in, 0.25 in apart).
  public static let icml = paper("icml", width: .column(of: 6.75, apart: 0.25), textSize: 8)

  /// Both columns of an ICML paper.
  public static let icmlWide = paper("icml-wide", width: .inches(6.75), textSize: 8)

  /// One column of an IEEE paper, 3.487 in and not the 3.5 in of its guide (`IEEEtran.cls`, measured).
  public static let ieee = paper("ieee", width: .texPoints(252), textSize: 8)

  /// Both columns of an IEEE paper, 7.14 in (`IEEEtran.cls`, measured).
  public static let ieeeWide = paper("ieee-wide", width: .texPoints(516), textSize: 8)

  /// One column of a Nature paper, 89 mm (Nature's guide to final artwork).
  public static let nature = paper(
    "nature", width: .millimetres(89), textSize: 7, tickSize: 5, panelLetterSize: 8)

  /// Both columns of a Nature paper, 183 mm.
  public static let natureWide = paper(
    "nature-wide", width: .millimetres(183), textSize: 7, tickSize: 5, panelLetterSize: 8)

  /// The text width of a JMLR paper (`jmlr2e.sty`: `\textwidth 6.0 true in`; `jmlr.cls`, measured).
  public static let jmlr = paper("jmlr", width: .inches(6), textSize: 9)

  /// The text width of a TMLR paper (`tmlr.sty`: `\textwidth 6.5 true in`).
  public static let tmlr = paper("tmlr", width: .inches(6.5), textSize: 9)

  /// One column of ACM's proceedings (`acmart.cls` with `sigconf`, measured).
  public static let acm = paper("acm", width: .texPoints(241.14749), textSize: 8)

  /// Both columns of ACM's proceedings.
  public static let acmWide = paper("acm-wide", width: .texPoints(506.295), textSize: 8)

  /// One column of an AAAI paper (`aaai25.sty`: two in 7 in, 0.375 in apart).
  public static let aaai = paper("aaai", width: .column(of: 7, apart: 0.375), textSize: 8)

  /// Both columns of an AAAI paper.
  public static let aaaiWide = paper("aaai-wide", width: .inches(7), textSize: 8)

  /// One column of an ACL paper (`acl.sty`: two on A4 between margins of 2.5 cm, 0.6 cm apart).
  public static let acl = paper("acl", width: .millimetres(77), textSize: 9)

  /// Both columns of an ACL paper, 160 mm.
  public static let aclWide = paper("acl-wide", width: .millimetres(160), textSize: 9)

  /// One column of a CVPR paper (`cvpr.sty`: two in 6.875 in, 0.3125 in apart).
  public static let cvpr = paper("cvpr", width: .column(of: 6.875, apart: 0.3125), textSize: 8)

  /// Both columns of a CVPR paper.
  public static let cvprWide = paper("cvpr-wide", width: .inches(6.875), textSize: 8)

  /// One column of an AISTATS paper (`aistats2025.sty`: two in 6.75 in, 0.25 in apart).
  public static let aistats = paper("aistats", width: .column(of: 6.75, apart: 0.25), textSize: 8)

  /// Both columns of an AISTATS paper.
  public static let aistatsWide = paper("aistats-wide", width: .inches(6.75), textSize: 8)

  /// One column of an Elsevier journal (`elsarticle.cls` with `5p` and `twocolumn`, measured).
  public static let elsevier = paper("elsevier", width: .texPoints(252), textSize: 8)

  /// Both columns of an Elsevier journal.
  public static let elsevierWide = paper("elsevier-wide", width: .texPoints(522), textSize: 8)

  /// The text width of Springer's lecture notes, 122 mm (`llncs.cls`, measured); its journals
  /// (`sn-jnl.cls`) have 31 picas, which is 8.7 mm more.
  public static let springer = paper("springer", width: .millimetres(122), textSize: 8)

  /// The text width of a slide of 4 to 3, as Beamer has it (`beamer.cls`, measured).
  public static let beamer = paper("beamer", width: .texPoints(307.28987), textSize: 8)

  /// The text width of a slide of 16 to 9.
  public static let beamerWide = paper("beamer-wide", width: .texPoints(398.3386), textSize: 8)

  /// Black on white, without a grid; sizes in points.
  private static func paper(
    _ name: String, width: VenueWidth, textSize: Double, tickSize: Double? = nil,
    panelLetterSize: Double? = nil
  ) -> FigureStyle {
    FigureStyle(
      name: name, width: width.inches, textSize: textSize,
      tickSize: tickSize ?? min(7, textSize - 1),
      ink: Color(0x000000), mutedInk: Color(0x595959), panelLetterSize: panelLetterSize)
  }
}

/// A width as a venue says it.
private struct VenueWidth {
  /// In inches, cut to the thousandth of a point that a PDF file says: rounded up, it would be wider
  /// than the column.
  let inches: Double

  private init(exact inches: Double) {
    // A billionth more, so that a width of whole thousandths is not cut to the one below.
    self.inches = (inches * 72_000 + 1e-6).rounded(.down) / 72_000
  }

  static func inches(_ inches: Double) -> VenueWidth { VenueWidth(exact: inches) }

  static func millimetres(_ length: Double) -> VenueWidth { VenueWidth(exact: length / 25.4) }

  /// TeX's own points, of which an inch has 72.27.
  static func texPoints(_ length: Double) -> VenueWidth { VenueWidth(exact: length / 72.27) }

  /// One of two columns in a width, both in inches.
  static func column(of width: Double, apart distance: Double) -> VenueWidth {
    VenueWidth(exact: (width - distance) / 2)
  }
}
