package org.entente.launcher.service;

import java.util.Optional;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.service.PresentedFiles.Kind;
import org.entente.model.member.MemberId;

/** The sheet of QR codes to print and to scan, with what an officer should hear of each; and the files behind it. */
final class PresentationPage {
    /** Where the sheet is. */
    static final String PATH = "/samples";

    private static final String STYLE = """
        .sheet { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; padding: 0; }
        .sheet > li { list-style: none; border: 1px solid; padding: .75rem; break-inside: avoid; margin: 0; }
        .sheet img { display: block; width: 100%; height: auto; max-width: 15rem; background: #fff; }
        .sheet h3 { margin: .5rem 0 0; font-size: 1rem; } .sheet p { margin: .25rem 0; }
        @media print { .screen { display: none; } body { max-width: none; } h2 { break-before: page; } }
        """;

    private final PresentedFiles files;

    PresentationPage(PresentedFiles files) {
        this.files = files;
    }

    /** A file of the sheet, or the sheet itself. */
    record Found(byte[] bytes, String type) {}

    String html() {
        StringBuilder page = new StringBuilder(32_000);
        page.append(GuidePage.head("Entente: certificates to present", STYLE))
                .append("<h1>Certificates to present</h1><p class=\"screen\">Print this page, or hold it to a camera;")
                .append(" or save a file and drop it into the officer's box. <a href=\"/\">What to try</a></p>");
        for (MemberId issuer : Consortium.MEMBERS) {
            MemberId partner = SampleCertificate.partner(issuer);
            page.append("<h2>Issued by ")
                    .append(GuidePage.name(issuer))
                    .append(", presented in ")
                    .append(GuidePage.name(partner))
                    .append("</h2><ul class=\"sheet\">");
            for (Presentation what : Presentation.values()) {
                if (files.read(issuer, what, Kind.SEAL).isPresent()) {
                    card(page, issuer, what);
                }
            }
            page.append("</ul>");
        }
        return page.append("</main></body></html>").toString();
    }

    private void card(StringBuilder page, MemberId issuer, Presentation what) {
        String path = PATH + "/" + issuer + "/" + what.file();
        page.append("<li><img src=\"")
                .append(path)
                .append(Kind.SVG.ending())
                .append("\" alt=\"QR code for officers: ")
                .append(what.words())
                .append("\"><h3>")
                .append(what.words())
                .append("</h3><p>The officer should hear: ")
                .append(what.expected())
                .append(".</p><p class=\"screen\">");
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SVG && files.read(issuer, what, kind).isPresent()) {
                page.append("<a href=\"")
                        .append(path)
                        .append(kind.ending())
                        .append("\" download=\"")
                        .append(issuer)
                        .append('-')
                        .append(what.file())
                        .append(kind.ending())
                        .append("\">")
                        .append(kind.words())
                        .append("</a> ");
            }
        }
        page.append("</p></li>");
    }

    /** What stands at a path below {@link #PATH}; empty if nothing does. */
    Optional<Found> file(String path) {
        for (MemberId issuer : Consortium.MEMBERS) {
            for (Presentation what : Presentation.values()) {
                for (Kind kind : Kind.values()) {
                    if (path.equals(PATH + "/" + issuer + "/" + what.file() + kind.ending())) {
                        return files.read(issuer, what, kind).map(bytes -> new Found(bytes, kind.type()));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
