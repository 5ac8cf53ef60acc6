package org.entente.paper.qr;

import org.entente.model.finding.FindingCode;

/** Why a picture is not read. */
public enum PictureCode implements FindingCode {
    /** More bytes or pixels than are looked at. */
    PICTURE_TOO_LARGE("The picture is larger than the limit"),
    /** Another format than PNG or JPEG. */
    PICTURE_TYPE_UNKNOWN("The file is neither a PNG nor a JPEG picture"),
    /** It begins like a picture, but cannot be read. */
    PICTURE_MALFORMED("The picture cannot be read"),
    /** It was read, and nothing in it is a QR code that can be deciphered. */
    PICTURE_WITHOUT_QR("The picture shows no readable QR code");

    private final String title;

    PictureCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
