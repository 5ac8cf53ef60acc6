package org.entente.api.page.frame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.api.account.Caller;
import org.entente.api.idempotency.Write;
import org.entente.api.settings.DerivedSecret;
import org.entente.api.settings.InstanceSettings;
import org.entente.model.ledger.Digest;
import org.springframework.stereotype.Component;

/**
 * Writes that forms ask for. A form carries a key of its own, so that pressing a button twice, or a browser that sends
 * again, does nothing twice.
 */
@Component
public final class FormWrite {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final DerivedSecret secret;

    FormWrite(InstanceSettings settings) {
        this.secret = new DerivedSecret(settings, "entente forms 1");
    }

    /**
     * A key for a form that is shown now.
     *
     * @return random
     */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /**
     * The write of a form that was sent.
     *
     * @param caller who sent it
     * @param route what it does and to what
     * @param key from the form; another one where it holds none that counts
     * @param version of the thing that the reader saw
     * @param content everything else that the form says, a password too: what is stored of it nobody can try out
     * @return for {@link org.entente.api.idempotency.Writes#once}
     */
    public Write of(Caller caller, String route, String key, Optional<Long> version, List<String> content) {
        return new Write(
                caller,
                route,
                KEY.matcher(key).matches() ? key : newKey(),
                Digest.ofRaw(secret.authenticate(String.join("\u0000", content).getBytes(StandardCharsets.UTF_8))),
                version.map(Write::tag));
    }
}
