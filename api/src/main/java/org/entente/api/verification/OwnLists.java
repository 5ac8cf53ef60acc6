package org.entente.api.verification;

import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.api.publication.StatusListPublisher;
import org.entente.certs.credential.document.StatusAddress;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.model.member.MemberId;
import org.entente.model.trust.Trust;
import org.springframework.stereotype.Component;

/** Status lists without any network: this member's own, from its database. */
@Component
class OwnLists {
    private static final Pattern PATH = Pattern.compile(".*/status-lists/([a-z]+)/([a-z]+)/(0|[1-9][0-9]{0,8})");

    private final StatusListPublisher lists;
    private final MemberId self;
    private final InstantSource clock;

    OwnLists(StatusListPublisher lists, MemberId self, InstantSource clock) {
        this.lists = lists;
        this.self = self;
        this.clock = clock;
    }

    /** The bytes of an own list, if the address is one. */
    Optional<SecuredList> find(String address, Trust trust) {
        Matcher matcher = PATH.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(3));
        return trust.of(self)
                .issuer()
                .flatMap(issuer -> StatusPurpose.ofWire(matcher.group(2))
                        .filter(purpose -> StatusAddress.of(issuer.did(), matcher.group(1), purpose, number)
                                .equals(address))
                        .flatMap(purpose -> lists.list(matcher.group(1), purpose, number))
                        .map(list -> new SecuredList(list.secured(), clock.instant())));
    }
}
