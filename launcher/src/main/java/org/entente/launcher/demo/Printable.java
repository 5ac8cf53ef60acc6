package org.entente.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text that any terminal shows: a certificate's words may hold anything, escape sequences included. */
final class Printable {
    private Printable() {}

    /** The text in ASCII; whatever else it holds is shown as its code point. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point >= ' ' && point <= '~') {
                out.appendCodePoint(point);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", point));
            }
        });
        return out.toString();
    }

    /** The text in lines of at most so many characters, broken at spaces where there are any. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = of(text);
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int cut = space > width / 3 ? space : width;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
