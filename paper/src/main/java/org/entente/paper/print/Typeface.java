package org.entente.paper.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A TrueType font that is embedded, so that the paper looks the same everywhere and no font of the machine is used.
 * Shipped: Liberation Sans (OFL-1.1), which draws Latin with Vietnamese, Greek and Cyrillic. Whoever prints Chinese or
 * another script adds a font for it.
 */
public final class Typeface {
    private static final String SHIPPED = "/liberation/LiberationSans-";

    private final String family;
    private final byte[] regular;
    private final byte[] bold;
    private final CmapLookup characters;

    private Typeface(String family, byte[] regular, byte[] bold) {
        this.family = family;
        this.regular = regular;
        this.bold = bold;
        this.characters = characters(regular);
    }

    /**
     * A font from its files.
     *
     * @param family a name without quotes, unique among those used together
     * @param regular TrueType
     * @param bold TrueType, with the same characters
     * @return the font
     * @throws IllegalArgumentException if the file is no TrueType font or the name has quotes
     */
    public static Typeface of(String family, byte[] regular, byte[] bold) {
        if (!family.matches("[A-Za-z0-9 ]{1,60}")) {
            throw new IllegalArgumentException("not a font's name");
        }
        return new Typeface(family, regular.clone(), bold.clone());
    }

    /**
     * The shipped font.
     *
     * @return Liberation Sans
     */
    public static Typeface shipped() {
        return new Typeface("Liberation Sans", resource("Regular"), resource("Bold"));
    }

    String family() {
        return family;
    }

    InputStream regular() {
        return new ByteArrayInputStream(regular);
    }

    InputStream bold() {
        return new ByteArrayInputStream(bold);
    }

    boolean draws(int character) {
        return characters.getGlyphId(character) != 0;
    }

    private static CmapLookup characters(byte[] file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new IllegalArgumentException("not a TrueType font", e);
        }
    }

    private static byte[] resource(String style) {
        try (InputStream in = Typeface.class.getResourceAsStream(SHIPPED + style + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("openpdf-fonts-extra is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
