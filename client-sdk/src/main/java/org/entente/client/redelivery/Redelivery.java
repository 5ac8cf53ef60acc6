package org.entente.client.redelivery;

import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.entente.client.database.Database;
import org.entente.client.database.Signals;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;

/** Serves partners, and asks them. */
public final class Redelivery implements AutoCloseable {
    private final Deque<Runnable> parts = new ArrayDeque<>();

    /**
     * Starts serving and asking; no partner need be there yet.
     *
     * @param database the member's database
     * @param signals between instances
     * @param self whose
     * @param settings whom it asks and serves
     * @param clock this member's clock
     * @param random for jitter
     * @throws IllegalArgumentException if the key or a root cannot be used
     */
    public Redelivery(
            Database database,
            Signals signals,
            MemberId self,
            RedeliverySettings settings,
            InstantSource clock,
            RandomGenerator random) {
        try {
            start(database, signals, self, settings, clock, random);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void start(
            Database database,
            Signals signals,
            MemberId self,
            RedeliverySettings settings,
            InstantSource clock,
            RandomGenerator random) {
        KeyManagers key = KeyManagers.of(settings.key());
        settings.listen().ifPresent(address -> {
            Refusals refusals = new Refusals("re-delivery to partners");
            Map<MemberId, Set<X509Certificate>> roots = settings.partners().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, partner -> partner.getValue().tlsRoots()));
            MemberTrust trust = new MemberTrust(roots, clock, refusals);
            DeliverHandler handler = new DeliverHandler(database, self, trust, refusals);
            parts.push(new RedeliveryServer(address, key, trust, handler, random)::close);
        });
        settings.partners()
                .forEach((member, partner) -> partner.address().ifPresent(address -> {
                    Refusals refusals = new Refusals("re-delivery by " + member);
                    MemberTrust trust = new MemberTrust(Map.of(member, partner.tlsRoots()), clock, refusals);
                    PartnerClient client = new PartnerClient(
                            address, key, trust, settings.patience().answer());
                    parts.push(new AskLoop(
                            database,
                            signals,
                            new StreamId(self, member),
                            client,
                            refusals,
                            clock,
                            settings.patience(),
                            random)::close);
                }));
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            parts.pop().run();
        }
    }
}
