package org.entente.launcher.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.verify.Opening;
import org.entente.certs.credential.verify.StatusLists;
import org.entente.model.finding.Checked;

/** Status lists in files, found by the address that each states. Whether to believe them is for the verifier. */
final class StatusFiles implements StatusLists {
    private final Map<String, Copy> byAddress = new HashMap<>();

    private StatusFiles() {}

    static StatusFiles read(List<Path> files) throws IOException {
        StatusFiles lists = new StatusFiles();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Copy copy = new Copy(bytes, Files.getLastModifiedTime(file).toInstant());
            address(bytes).ifPresent(address -> lists.byAddress.put(address, copy));
        }
        return lists;
    }

    private static Optional<String> address(byte[] bytes) {
        return Opening.read(bytes) instanceof Checked.Accepted<SecuredCredential>(var secured, var remarks)
                        && StatusList.read(secured.document())
                                instanceof Checked.Accepted<StatusList>(var list, var others)
                ? Optional.of(list.id())
                : Optional.empty();
    }

    @Override
    public Optional<Copy> newest(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }
}
