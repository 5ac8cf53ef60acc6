package org.entente.embedded.validate;

import java.util.List;
import java.util.Optional;
import org.entente.embedded.identity.Identity;
import org.entente.embedded.rwset.NamespaceRwSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * A transaction after the checks that need no state.
 *
 * @param refusal why it cannot be valid, or empty
 * @param transactionId its id, as the header says
 * @param sets what it reads and writes
 * @param endorsers who endorsed it with a good signature
 */
record Candidate(
        Optional<TxValidationCode> refusal, String transactionId, List<NamespaceRwSet> sets, List<Identity> endorsers) {
    static Candidate refused(TxValidationCode code) {
        return new Candidate(Optional.of(code), "", List.of(), List.of());
    }
}
