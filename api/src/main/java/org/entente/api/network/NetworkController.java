package org.entente.api.network;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.entente.api.account.Role;
import org.entente.api.node.Registry;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.security.AllowedFor;
import org.entente.client.MemberNode;
import org.entente.client.show.Page;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.MemberRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The network over HTTP. The node's lists have pages of their own length: {@code limit} counts for none of them. */
@RestController
@RequestMapping(path = "/v1/network", produces = MediaType.APPLICATION_JSON_VALUE)
@AllowedFor(Role.ADMINISTRATOR)
class NetworkController {
    private final MemberNode node;
    private final Registry registry;

    NetworkController(MemberNode node, Registry registry) {
        this.node = node;
        this.registry = registry;
    }

    /**
     * A page of a list.
     *
     * @param items oldest first
     * @param <T> what is listed
     */
    record Items<T>(List<T> items) {}

    @Operation(summary = "Members, their keys, and what they read")
    @GetMapping("/members")
    @AllowedFor({Role.ADMINISTRATOR, Role.ISSUING_OFFICER, Role.VERIFYING_OFFICER})
    NetworkView.Members members() {
        return new NetworkView.Members(
                node.self().value(),
                registry.ask(known -> known.members().stream()
                        .map(member -> member(known, member))
                        .toList()));
    }

    private static NetworkView.Member member(MemberRegistry known, MemberId member) {
        Optional<Admission> admission = known.admission(member, Registry.NOW);
        Optional<MemberKeys> keys = known.keys(member, Registry.NOW);
        return new NetworkView.Member(
                member.value(),
                admission.map(Admission::name).orElse(member.value()),
                admission.map(Admission::did).orElse(""),
                admission.map(Admission::admitted).orElse(false),
                keys.map(MemberKeys::keys).orElse(List.of()).stream()
                        .map(key -> new NetworkView.Key(
                                key.keyId(), key.validFrom(), key.validUntil().orElse(null)))
                        .toList(),
                keys.map(MemberKeys::reads).orElse(Map.of()));
    }

    @Operation(summary = "Streams, and how far each is complete")
    @GetMapping("/streams")
    @AllowedFor({Role.ADMINISTRATOR, Role.ISSUING_OFFICER, Role.VERIFYING_OFFICER})
    NetworkView.Streams streams() {
        return new NetworkView.Streams(
                node.shown().streams().stream().map(NetworkView.Stream::of).toList());
    }

    @Operation(summary = "Hashes on the ledger whose bytes have not arrived")
    @GetMapping("/missing")
    ResponseEntity<Items<NetworkView.Missing>> missing(PageRequest page) {
        return list(page, node.shown()::missing, NetworkView.Missing::of);
    }

    @Operation(summary = "Values that failed a check, and why")
    @GetMapping("/quarantined")
    ResponseEntity<Items<NetworkView.Quarantined>> quarantined(PageRequest page) {
        return list(page, node.shown()::quarantined, NetworkView.Quarantined::of);
    }

    @Operation(summary = "What was odd in blocks")
    @GetMapping("/incidents")
    ResponseEntity<Items<NetworkView.Incident>> incidents(PageRequest page) {
        return list(page, node.shown()::incidents, NetworkView.Incident::of);
    }

    @Operation(summary = "Statements on the ledger without effect: repeated, overtaken, refused or parked")
    @GetMapping("/without-effect")
    ResponseEntity<Items<NetworkView.WithoutEffect>> withoutEffect(PageRequest page) {
        return list(page, node.shown()::withoutEffect, NetworkView.WithoutEffect::of);
    }

    private static <T, V> ResponseEntity<Items<V>> list(
            PageRequest page, LongFunction<Page<T>> source, Function<T, V> view) {
        Page<T> found = source.apply(Paged.number(page, Page.START));
        Paged<V> views = new Paged<>(
                found.items().stream().map(view).toList(),
                found.next().isPresent()
                        ? Optional.of(String.valueOf(found.next().getAsLong()))
                        : Optional.empty());
        return views.answer(() -> new Items<>(views.items()));
    }
}
