package org.entente.launcher.bench.service;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept open, with as little work as HTTP/1.1 (RFC 9112) allows: what the generator of the load
 * takes, the service on the same cores lacks. A service ends a connection after so many requests, and says so with the
 * last answer: the next request goes by a new one, as other clients do. Not thread-safe.
 */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int HEX = 16;

    private final URI address;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean over;

    Wire(URI address) throws IOException {
        this.address = address;
        this.socket = connected();
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    private Socket connected() throws IOException {
        Socket made = new Socket(address.getHost(), address.getPort());
        made.setTcpNoDelay(true);
        made.setSoTimeout(PATIENCE_MILLIS);
        return made;
    }

    private void connectAgain() throws IOException {
        socket.close();
        socket = connected();
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        over = false;
    }

    /** Sends a whole request, reads the whole answer, and gives its status. */
    int exchange(byte[] request) throws IOException {
        if (over) {
            connectAgain();
        }
        out.write(request);
        out.flush();
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
            over |= lower.startsWith("connection:") && lower.endsWith("close");
        }
        if (chunked) {
            chunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private void chunks() throws IOException {
        while (true) {
            int length = Integer.parseInt(line(), HEX);
            in.skipNBytes(length);
            line();
            if (length == 0) {
                return;
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (c == '\n') {
                return line.toString().strip();
            }
            line.append((char) c);
        }
    }

    /** A request as bytes; nearly everything answers in JSON, health in a word of plain text. */
    static byte[] request(String method, String path, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json, text/plain\r\n" + headers
                + (method.equals("GET")
                        ? ""
                        : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n")
                + "\r\n";
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(first, first.length + bytes.length);
        System.arraycopy(bytes, 0, whole, first.length, bytes.length);
        return whole;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
