package org.entente.model.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.entente.model.fold.Judgement;
import org.entente.model.fold.Said;
import org.entente.model.ledger.Position;
import org.entente.model.member.StreamId;
import org.entente.model.origin.OriginStatement.Issued;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A state is stored only if it can be read again, also where a part of it is not read again to know that. */
class StateReadBackTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private final CertificateRules rules = new CertificateRules(RuleSets.shipped());
    private final Issued issued = new Issued(SampleCertificates.chafta());
    private final Said said = new Said(
            new StatementDraft(
                    new StreamId(Talk.AU, Talk.CN),
                    Talk.id(1),
                    issued.type(),
                    issued.certificateId().subject(),
                    NOON,
                    "officer-7",
                    new Salt("AAAAAAAAAAAAAAAAAAAAAA"),
                    issued.body()),
            new Position(7, 0, 3),
            NOON);

    private ObjectNode written() {
        if (rules.judge(Optional.empty(), said) instanceof Judgement.Stands<CertificateState>(var state, var remarks)) {
            return (ObjectNode) rules.writeState(state);
        }
        throw new IllegalStateException("the sample does not stand");
    }

    @Test
    void takes_a_state_as_written_and_it_is_the_state_that_was_read() {
        ObjectNode written = written();

        rules.checkReadable(written, said);
        assertThat(rules.writeState(rules.readState(written))).isEqualTo(written);
        assertThat(written.size()).isEqualTo(StateJson.MEMBERS_WHEN_ISSUED);
    }

    @Test
    void refuses_a_certificate_that_is_not_the_one_just_read_and_cannot_be_read() {
        ObjectNode written = written();
        ((ObjectNode) written.path("certificate")).remove("items");

        assertThatIllegalArgumentException().isThrownBy(() -> rules.checkReadable(written, said));
    }

    @Test
    void refuses_a_damaged_part_beside_the_certificate() {
        ObjectNode event = written();
        ((ObjectNode) event.path("issued")).put("block", -1);
        assertThatIllegalArgumentException().isThrownBy(() -> rules.checkReadable(event, said));

        ObjectNode format = written();
        format.put("format", 2);
        assertThatIllegalArgumentException().isThrownBy(() -> rules.checkReadable(format, said));

        ObjectNode more = written();
        more.put("unknown", true);
        assertThatIllegalArgumentException().isThrownBy(() -> rules.checkReadable(more, said));
    }
}
