package org.entente.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.fabric.plan.NetworkMember;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.doctor.Verdict.Bad;
import org.entente.launcher.doctor.Verdict.Good;
import org.entente.launcher.network.NetworkInspection;

/** What a Fabric network takes beside what {@link Machine} asks of every machine. Nothing is started or changed. */
final class NetworkChecks {
    private final Optional<Path> data;
    private final Optional<Path> members;

    /**
     * The checks of a network.
     *
     * @param data the folder of a network, or for one; the usual one if empty
     * @param members the file from which a new one would be made, the repository's if empty
     */
    NetworkChecks(Optional<Path> data, Optional<Path> members) {
        this.data = data;
        this.members = members;
    }

    /** Where the members file cannot be used there is nothing else to look at. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>(List.of(new Check("fabric", NetworkChecks::programs)));
        try {
            NetworkInspection found = NetworkInspection.of(data, members);
            checks.add(new Check("members", () -> members(found)));
            checks.add(new Check("nodeports", () -> new NetworkPorts(found).look()));
            checks.add(new Check("hosts", () -> new NetworkHosts(found.plan()).look()));
            checks.add(new Check("expiry", () -> expiry(found)));
            checks.add(new Check("secrets", () -> secrets(found)));
            checks.add(new Check("storage", () -> storage(found)));
        } catch (ConsortiumFailure e) {
            checks.add(new Check("members", () -> new Bad(String.valueOf(e.getMessage()), e.remedy())));
        }
        checks.add(new Check("ntp", NtpCheck::look));
        return checks;
    }

    private static Verdict programs() {
        try {
            return new Good("Fabric " + NetworkInspection.fabricVersion() + " on the PATH");
        } catch (ConsortiumFailure e) {
            return new Bad(String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private static Verdict members(NetworkInspection found) {
        return new Good(String.format(
                Locale.ROOT,
                "%d members, %d of them order (%s), %s",
                found.plan().members().size(),
                found.plan().orderers().size(),
                found.plan().ordering(),
                found.isMade() ? "the network in " + found.layout().folder() : noneYet(found)));
    }

    private static Verdict storage(NetworkInspection found) throws IOException {
        Path there = found.layout().folder();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Limits.storage(
                Files.getFileStore(there).getUsableSpace(), found.layout().folder());
    }

    private static Verdict expiry(NetworkInspection found) {
        return found.isMade()
                ? Limits.expiry(Instant.now(), new NetworkSecrets(files(found)).certificates())
                : new Good(noneYet(found));
    }

    private static Verdict secrets(NetworkInspection found) {
        return found.isMade() ? Limits.secrets(new NetworkSecrets(files(found)).keys()) : new Good(noneYet(found));
    }

    private static String noneYet(NetworkInspection found) {
        return "no network yet in " + found.layout().folder();
    }

    /** The folders of the members whose nodes stand on this machine, or whose material does. */
    private static List<Path> files(NetworkInspection found) {
        List<Path> folders = new ArrayList<>();
        for (NetworkMember member : found.plan().members()) {
            Path own = found.layout().member(member.id()).folder();
            if (Files.isDirectory(own)) {
                folders.add(own);
            }
        }
        return folders;
    }
}
