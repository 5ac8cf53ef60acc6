package org.entente.api.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.client.MemberNode;
import org.entente.client.show.Shown;
import org.entente.client.show.ShownStatement;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.origin.OriginStatement;
import org.springframework.stereotype.Component;

/**
 * Certificates that partners issued to this member, newest on the ledger first. The cursor says for each stream up to which
 * number it was shown, so that what arrives in the meantime moves nothing.
 */
@Component
public class InboxList {
    private final MemberNode node;

    InboxList(MemberNode node) {
        this.node = node;
    }

    /**
     * A page of the list.
     *
     * @param partner only from this one
     * @param page which part
     * @return statements that issued certificates
     */
    public Paged<ShownStatement> page(Optional<MemberId> partner, PageRequest page) {
        Map<String, Long> shown = cursor(page);
        Shown lists = node.shown();
        List<ShownStatement> found = new ArrayList<>();
        for (StreamId stream : streams(partner)) {
            found.addAll(lists.newest(
                    stream,
                    OriginStatement.ISSUED.name(),
                    shown.getOrDefault(stream.author().value(), Long.MAX_VALUE),
                    page.limit() + 1));
        }
        found.sort(Comparator.comparing(ShownStatement::at).reversed());
        if (found.size() <= page.limit()) {
            return new Paged<>(found, Optional.empty());
        }
        List<ShownStatement> items = found.subList(0, page.limit());
        items.forEach(each -> shown.put(each.stream().author().value(), each.sequence()));
        return new Paged<>(
                items,
                Optional.of(shown.entrySet().stream()
                        .map(entry -> entry.getKey() + entry.getValue())
                        .collect(Collectors.joining(","))));
    }

    private List<StreamId> streams(Optional<MemberId> partner) {
        if (partner.isPresent()) {
            return List.of(new StreamId(partner.get(), node.self()));
        }
        return node.shown().heard();
    }

    private static Map<String, Long> cursor(PageRequest page) {
        Map<String, Long> shown = new TreeMap<>();
        page.cursor().ifPresent(text -> {
            for (String entry : text.split(",", -1)) {
                if (!entry.matches("[A-Z]{2}\\d{1,18}")) {
                    throw Paged.invalidCursor();
                }
                shown.put(entry.substring(0, 2), Long.parseLong(entry.substring(2)));
            }
        });
        return shown;
    }
}
