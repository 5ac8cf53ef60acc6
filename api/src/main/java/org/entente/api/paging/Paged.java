package org.entente.api.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param items in the list's order
 * @param next where the next page starts, in the list's own words; empty if this is the last
 * @param <T> what is listed
 */
public record Paged<T>(List<T> items, Optional<String> next) {
    /** Keeps an unmodifiable copy. */
    public Paged {
        items = List.copyOf(items);
    }

    /**
     * A page of a list from which one item more than asked for was read.
     *
     * @param items at most one more than the limit
     * @param limit the most items of the page
     * @param cursor what names the place after an item
     * @param <T> what is listed
     * @return the page
     */
    public static <T> Paged<T> of(List<T> items, int limit, Function<T, String> cursor) {
        return items.size() <= limit
                ? new Paged<>(items, Optional.empty())
                : new Paged<>(items.subList(0, limit), Optional.of(cursor.apply(items.get(limit - 1))));
    }

    /**
     * The same page of other items.
     *
     * @param view shows an item
     * @param <V> what is shown
     * @return the page
     */
    public <V> Paged<V> map(Function<T, V> view) {
        return new Paged<>(items.stream().map(view).toList(), next);
    }

    /**
     * The answer, with a Link to the next page (RFC 8288).
     *
     * @param body makes the body, an object that holds the items
     * @param <B> the body
     * @return for the handler to return
     */
    public <B> ResponseEntity<B> answer(Supplier<B> body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        next.ifPresent(place -> answer.header(
                HttpHeaders.LINK,
                "<"
                        + ServletUriComponentsBuilder.fromCurrentRequest()
                                .replaceQueryParam("cursor", written(place))
                                .build()
                                .toUriString()
                                .replaceFirst("^https?://[^/]*", "")
                        + ">; rel=\"next\""));
        return answer.body(body.get());
    }

    /**
     * The cursor of the next page, as an address carries it.
     *
     * @return base64url; empty if this is the last page
     */
    public Optional<String> cursor() {
        return next.map(Paged::written);
    }

    private static String written(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor that is a number.
     *
     * @param page which part
     * @param start for the first page
     * @return the number
     */
    public static long number(PageRequest page, long start) {
        return page.cursor()
                .map(text -> {
                    if (!text.matches("\\d{1,18}")) {
                        throw PageRequestResolver.invalid();
                    }
                    return Long.parseLong(text);
                })
                .orElse(start);
    }

    /**
     * Refuses a cursor that no list wrote.
     *
     * @return to be thrown
     */
    public static RuntimeException invalidCursor() {
        return PageRequestResolver.invalid();
    }
}
