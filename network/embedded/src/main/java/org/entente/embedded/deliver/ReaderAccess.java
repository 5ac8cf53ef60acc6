package org.entente.embedded.deliver;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.util.Optional;
import org.entente.embedded.identity.Identity;
import org.entente.embedded.identity.Members;

/** Who may read the channel: any valid identity of a member that signed its request and has not expired. */
public final class ReaderAccess {
    private final Members members;
    private final Clock clock;

    /**
     * The check.
     *
     * @param members who can sign
     * @param clock for the expiry of certificates
     */
    public ReaderAccess(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /**
     * Checks a request.
     *
     * @param creator who asks
     * @param data what was signed
     * @param signature the signature
     * @return the reader, or empty
     */
    public Optional<Identity> reader(ByteString creator, ByteString data, ByteString signature) {
        return members.identifyValid(creator).filter(identity -> identity.verifies(data, signature));
    }

    /**
     * Whether a reader's certificate has ended.
     *
     * @param reader who reads
     * @return true once it has
     */
    public boolean isExpired(Identity reader) {
        return reader.isExpired(clock.instant());
    }

    /**
     * The time.
     *
     * @return the clock that everything here goes by
     */
    Clock clock() {
        return clock;
    }
}
