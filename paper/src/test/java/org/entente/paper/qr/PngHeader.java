package org.entente.paper.qr;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Makes a PNG file claim another size than it has. */
final class PngHeader {
    private static final int TYPE = 12;
    private static final int CRC = 29;

    private PngHeader() {}

    static byte[] claiming(byte[] png, int width, int height) {
        ByteBuffer out = ByteBuffer.wrap(png.clone());
        out.putInt(TYPE + 4, width).putInt(TYPE + 8, height);
        CRC32 crc = new CRC32();
        crc.update(out.array(), TYPE, CRC - TYPE);
        return out.putInt(CRC, (int) crc.getValue()).array();
    }
}
