package org.entente.embedded.endorse;

import java.util.Optional;
import org.entente.embedded.simulate.Footprint;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.Response;

/** A peer's answer to a proposal. */
public sealed interface Verdict {
    /**
     * Endorsed.
     *
     * @param response the signed response, without a second copy of its payload
     * @param result the chaincode's response
     * @param footprint what decides whose endorsement is needed
     */
    record Endorsed(ProposalResponse response, Response result, Footprint footprint) implements Verdict {}

    /**
     * The chaincode said no.
     *
     * @param response its response, status 400 or more
     */
    record ChaincodeError(Response response) implements Verdict {}

    /**
     * The peer failed to run the chaincode.
     *
     * @param message why
     */
    record PeerError(String message) implements Verdict {}

    /**
     * The peer refuses the proposal: no other peer would take it.
     *
     * @param message why
     */
    record Refused(String message) implements Verdict {}

    /**
     * There is no answer, as from a peer that is away.
     *
     * @param message why
     */
    record Absent(String message) implements Verdict {}

    /**
     * What went wrong, as a gateway puts it into an error's details.
     *
     * @return the text, empty for an endorsement
     */
    default Optional<String> fault() {
        return switch (this) {
            case Endorsed endorsed -> Optional.empty();
            case ChaincodeError error ->
                Optional.of("chaincode response " + error.response().getStatus() + ", "
                        + error.response().getMessage());
            case PeerError error -> Optional.of(error.message());
            case Refused refused -> Optional.of(refused.message());
            case Absent absent -> Optional.of(absent.message());
        };
    }
}
