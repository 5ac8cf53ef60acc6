package org.entente.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.api.node.NodeTrust;
import org.entente.api.node.Registry;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;
import org.entente.client.origin.CertificateClient;
import org.entente.model.member.MemberId;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.ReferenceNumber;
import org.entente.model.trust.Trust;
import org.junit.jupiter.api.Test;

class NumberSearchTest {
    private static final Api CN = Stage.shared().cn();
    private static final MemberId SELF = new MemberId("CN");

    /** The own copy, and which questions it was asked. */
    private static final class Asked extends LedgerCopy {
        private final List<MemberId> partners = new ArrayList<>();

        Asked() {
            super(CN.part(CertificateClient.class), SELF);
        }

        @Override
        Map<CertificateId, Copy> between(Collection<CertificateId> ids, MemberId partner, Trust trust, Instant now) {
            partners.add(partner);
            return super.between(ids, partner, trust, now);
        }
    }

    @Test
    void however_many_certificates_a_number_can_mean_each_partner_is_one_question() {
        Asked asked = new Asked();
        List<NumberSearch.Place> places = new NumberSearch(
                        CN.part(Registry.class), CN.part(RuleSets.class), asked, SELF)
                .places(
                        new Presented.Numbered(Optional.empty(), Optional.empty(), new ReferenceNumber("NONE-7")),
                        CN.part(NodeTrust.class).now(),
                        Instant.now());
        assertThat(places).hasSizeGreaterThan(asked.partners.size());
        assertThat(asked.partners).doesNotHaveDuplicates().contains(new MemberId("AU"));
        assertThat(places).extracting(NumberSearch.Place::id).doesNotHaveDuplicates();
    }
}
