package org.entente.api.idempotency;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.api.account.Caller;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.model.ledger.Digest;

/**
 * A request that changes something. A handler takes one as an argument; {@link Writes#once} does it once.
 *
 * @param caller who asks
 * @param route method and path
 * @param key the caller's own key
 * @param content digest of query and body under a secret of the member
 * @param ifMatch the precondition, as it came
 */
public record Write(Caller caller, String route, String key, Digest content, Optional<String> ifMatch) {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    /**
     * Makes sure that the caller changes what it has read.
     *
     * @param version of the thing now
     * @throws Refusal if the caller names no version or another one
     */
    public void requireVersion(long version) {
        String given = ifMatch.orElseThrow(
                () -> Refusal.of(ApiCode.REQUEST_PRECONDITION_MISSING, "send If-Match with the ETag that was read"));
        if (!given.equals("*") && version(given).orElse(-1) != version) {
            throw Refusal.of(ApiCode.REQUEST_PRECONDITION_FAILED, "it has changed since it was read");
        }
    }

    private static OptionalLong version(String tag) {
        Matcher matcher = TAG.matcher(tag.strip());
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /**
     * The ETag of a version.
     *
     * @param version of a thing
     * @return quoted
     */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
