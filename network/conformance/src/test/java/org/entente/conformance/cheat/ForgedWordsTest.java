package org.entente.conformance.cheat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.conformance.cheat.Cast.AU;
import static org.entente.conformance.cheat.Cast.CN;
import static org.entente.conformance.cheat.Cast.SG;

import org.entente.conformance.observe.Observation;
import org.entente.conformance.observe.Observed;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.junit.jupiter.api.Test;

/** A member tries to speak in another's name. */
class ForgedWordsTest extends CheatScene {
    ForgedWordsTest() {
        super(true);
    }

    @Test
    void a_write_to_the_partners_stream_fails_at_commit_and_is_shown_to_the_partner() throws Exception {
        StreamId theirs = new StreamId(AU, CN);
        Batch said = honest(au, TO_AU, "before the forgery");
        Batch forged = Words.batch(theirs, au.head(theirs), cast.key(CN), "forged", "as if Australia had said it");

        isShown(
                au,
                "LEDGER_TRANSACTION_INVALID",
                said,
                () -> assertThat(Observation.of("commit", () -> does(writes("AU-CN", forged)))
                                .status())
                        .isEqualTo("ENDORSEMENT_POLICY_FAILURE"));

        assertThat(au.counts(forged)).isFalse();
    }

    @Test
    void a_stream_of_two_others_is_closed() {
        StreamId theirs = new StreamId(AU, SG);
        Batch forged = Words.batch(theirs, au.head(theirs), cast.key(CN), "forged", "as if Australia had said it");

        Observed refused = Observation.of("commit", () -> does(writes("AU-SG", forged)));

        assertThat(refused.step()).isEqualTo("endorse");
        assertThat(refused.status()).isEqualTo("ABORTED");
        assertThat(sg.counts(forged)).isFalse();
    }

    /** The words are Australia's own, with Australia's signature: as a partner could keep and pass on. */
    @Test
    void anothers_true_words_do_not_count_in_the_own_stream() throws Exception {
        Batch said = honest(sg, TO_SG, "before the forgery");
        Batch theirs =
                Words.batch(new StreamId(AU, CN), au.head(new StreamId(AU, CN)), cast.key(AU), "kept", "to China");

        isShown(sg, "BATCH_AUDIENCE_FOREIGN", said, () -> does(writes("CN-SG", theirs)));
    }

    @Test
    void words_in_anothers_name_do_not_count_in_the_own_stream() throws Exception {
        Batch said = honest(sg, TO_SG, "before the forgery");
        StreamId theirs = new StreamId(AU, SG);
        Batch forged = Words.batch(theirs, sg.head(theirs), cast.key(CN), "forged", "as if Australia had said it");

        isShown(sg, "BATCH_CREATOR_FOREIGN", said, () -> does(writes("CN-SG", forged)));

        assertThat(sg.counts(forged)).isFalse();
    }
}
