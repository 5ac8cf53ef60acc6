package org.entente.launcher.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.entente.launcher.doctor.Verdict.Bad;
import org.entente.launcher.doctor.Verdict.Good;
import org.entente.launcher.doctor.Verdict.Poor;

/** What is enough. Pure, so that each side of each limit has a test. */
final class Limits {
    /** The build: Error Prone and NullAway run in the compiler of this release. */
    static final int JDK_TO_BUILD = 25;

    static final long GIB = 1L << 30;

    /** No clock that is right shows an earlier time: the first commit is of that day. */
    static final Instant FIRST_COMMIT = Instant.parse("2026-11-23T00:00:00Z");

    private static final Instant FAR_FUTURE = Instant.parse("2100-01-01T00:00:00Z");

    /** As the alerts do (network/watch). */
    private static final Duration EXPIRY_NOTICE = Duration.ofDays(30);

    private static final String RENEW = "docs/guides/network.md says how to put new ones in their place.";
    private static final int LEDGER_GIB = 10;

    /** File systems round to two seconds at worst. */
    private static final Duration FILE_TIME_TOLERANCE = Duration.ofSeconds(3);

    private Limits() {}

    static Verdict java(int feature, boolean compiler, String vendor) {
        String found = "Java " + feature + " by " + vendor;
        if (feature < JDK_TO_BUILD) {
            return new Bad(
                    found, "Install JDK " + JDK_TO_BUILD + " (Temurin) and name its folder in ENTENTE_JAVA_HOME.");
        }
        if (!compiler) {
            return new Bad(found + ", without compiler", "This is a JRE. Install the JDK of the same release.");
        }
        return new Good(found + ", with compiler");
    }

    static Verdict memory(long bytes, int processors) {
        String found = gib(bytes) + ", " + processors + " processors";
        if (bytes < 2 * GIB) {
            return new Bad(found, "Give this machine or container at least 2 GiB: four members run in one process.");
        }
        if (bytes < 4 * GIB) {
            return new Poor(found, "Builds and benchmarks want 4 GiB.");
        }
        return new Good(found);
    }

    static Verdict disk(long bytes, Path where) {
        String found = gib(bytes) + " free at " + where;
        if (bytes < GIB) {
            return new Bad(found, "Free at least 1 GiB there, or point java.io.tmpdir elsewhere.");
        }
        if (bytes < 3 * GIB) {
            return new Poor(found, "The first build, its libraries and PostgreSQL take about 2 GiB.");
        }
        return new Good(found);
    }

    static Verdict clock(Instant now, Duration aheadOfFiles) {
        if (now.isBefore(FIRST_COMMIT) || now.isAfter(FAR_FUTURE)) {
            return new Bad(
                    "it shows " + now,
                    "Set the clock, best by NTP (timedatectl set-ntp true): peers refuse what is 15 minutes off.");
        }
        if (aheadOfFiles.abs().compareTo(FILE_TIME_TOLERANCE) > 0) {
            return new Poor(
                    "the file system's clock differs by " + aheadOfFiles.abs().toSeconds() + " s",
                    "Keep temporary files on a local disk, or set the file server's clock by NTP.");
        }
        return new Good(now.toString() + ", as the file system says too");
    }

    /** A ledger only grows: what is full cannot be mended without another disk. */
    static Verdict storage(long bytes, Path where) {
        String found = gib(bytes) + " free for the ledger at " + where;
        if (bytes < GIB) {
            return new Bad(found, "Free at least 1 GiB there, or name another folder with --data.");
        }
        if (bytes < LEDGER_GIB * GIB) {
            return new Poor(found, "Enough to try it. docs/guides/sizing.md says what a year takes.");
        }
        return new Good(found);
    }

    static Verdict expiry(Instant now, NetworkSecrets.Found found) {
        List<NetworkSecrets.Dated> certificates = found.dated();
        if (!found.unread().isEmpty()) {
            return new Bad(
                    "not a certificate that can be read: " + DoctorReport.some(found.unread()),
                    "Put the certificate there again, one for each file, in PEM.");
        }
        if (certificates.isEmpty()) {
            return new Bad("no certificate of any member is there", "./entente network up makes what is missing.");
        }
        List<String> over = named(certificates, one -> now.isAfter(end(one)));
        List<String> early = named(
                certificates,
                one -> now.isBefore(one.certificate().getNotBefore().toInstant()));
        List<String> soon = named(certificates, one -> now.plus(EXPIRY_NOTICE).isAfter(end(one)));
        if (!over.isEmpty()) {
            return new Bad("expired: " + DoctorReport.some(over), RENEW);
        }
        if (!early.isEmpty()) {
            return new Bad("not valid yet: " + DoctorReport.some(early), "Look at this machine's clock.");
        }
        if (!soon.isEmpty()) {
            return new Poor("ends within 30 days: " + DoctorReport.some(soon), RENEW);
        }
        Instant first =
                certificates.stream().map(Limits::end).min(Instant::compareTo).orElse(now);
        return new Good(certificates.size() + " certificates, the first ends in "
                + Duration.between(now, first).toDays() + " days");
    }

    static Verdict secrets(NetworkSecrets.Keys keys) {
        if (!keys.open().isEmpty()) {
            return new Bad(
                    "others on this machine can read " + DoctorReport.some(keys.open()),
                    "chmod 600 them, and replace the keys if others use this machine.");
        }
        if (!keys.unknown().isEmpty()) {
            return new Poor(
                    "could not check who may read " + DoctorReport.some(keys.unknown()),
                    "Keep keys on a file system with owners and permissions.");
        }
        return new Good(keys.count() + " files with keys, each for its owner alone");
    }

    private static List<String> named(List<NetworkSecrets.Dated> all, Predicate<NetworkSecrets.Dated> which) {
        return all.stream().filter(which).map(NetworkSecrets.Dated::file).toList();
    }

    private static Instant end(NetworkSecrets.Dated one) {
        return one.certificate().getNotAfter().toInstant();
    }

    static Verdict ntp(String synchronised) {
        return switch (synchronised) {
            case "yes" -> new Good("the clock is kept by a time server");
            case "no" ->
                new Poor(
                        "no time server keeps this clock",
                        "timedatectl set-ntp true, or the agency's own: a peer refuses what is 15 minutes off.");
            default ->
                new Poor(
                        "this system does not say whether a time server keeps its clock",
                        "In a container the host's clock counts: look there.");
        };
    }

    static Verdict encoding(String charset, String fileNames) {
        String found = charset + " for text, " + fileNames + " for file names";
        if (!"UTF-8".equals(charset)) {
            return new Bad(found, "Do not set file.encoding; Java uses UTF-8 by itself.");
        }
        if (!"UTF-8".equals(fileNames)) {
            return new Poor(
                    found, "export LC_ALL=C.UTF-8, or certificate files with names like 证书.json cannot be opened.");
        }
        return new Good(found);
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIB);
    }
}
