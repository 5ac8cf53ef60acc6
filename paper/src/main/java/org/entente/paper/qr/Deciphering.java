package org.entente.paper.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One attempt to read the codes of a gray picture. */
final class Deciphering {
    /** Every three candidates for a code's corners are compared: a picture full of them would take for ever. */
    private static final int MOST_CANDIDATES = 250;

    private Deciphering() {}

    static List<String> read(Gray gray, Function<LuminanceSource, Binarizer> binarizer) {
        LuminanceSource source = new PlanarYUVLuminanceSource(
                gray.pixels(), gray.width(), gray.height(), 0, 0, gray.width(), gray.height(), false);
        BinaryBitmap bitmap = new BinaryBitmap(binarizer.apply(source));
        List<String> texts = several(bitmap);
        return texts.isEmpty() ? single(bitmap) : texts;
    }

    private static List<String> several(BinaryBitmap bitmap) {
        List<String> texts = new ArrayList<>();
        try {
            for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, hints())) {
                texts.add(result.getText());
            }
        } catch (ReaderException
                | TooManyCandidatesException
                | IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException e) {
            // nothing found; the unchecked ones come from codes whose damage makes no geometric sense
            return List.copyOf(texts);
        }
        return texts;
    }

    private static List<String> single(BinaryBitmap bitmap) {
        try {
            return List.of(new QRCodeReader().decode(bitmap, hints()).getText());
        } catch (ReaderException
                | TooManyCandidatesException
                | IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException e) {
            return List.of();
        }
    }

    private static Map<DecodeHintType, Object> hints() {
        int[] seen = {0};
        ResultPointCallback count = point -> {
            if (++seen[0] > MOST_CANDIDATES) {
                throw new TooManyCandidatesException();
            }
        };
        return Map.of(
                DecodeHintType.TRY_HARDER,
                true,
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.QR_CODE),
                DecodeHintType.CHARACTER_SET,
                "ISO-8859-1",
                DecodeHintType.NEED_RESULT_POINT_CALLBACK,
                count);
    }

    /** Breaks an attempt off; no stack trace, it is no fault. */
    private static final class TooManyCandidatesException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyCandidatesException() {
            super("too many candidates", null, false, false);
        }
    }
}
