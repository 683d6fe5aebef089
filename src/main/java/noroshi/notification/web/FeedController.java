package noroshi.notification.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import noroshi.membership.Secret;
import noroshi.notification.Feeds;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.SiteSettings;
import noroshi.topic.SavedSearches;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;

/** What feed readers and calendars fetch under a secret address, and where people get it. */
@Controller
class FeedController {
    private final Feeds feeds;
    private final SavedSearches searches;
    private final SiteSettings site;

    FeedController(Feeds feeds, SavedSearches searches, SiteSettings site) {
        this.feeds = feeds;
        this.searches = searches;
        this.site = site;
    }

    @GetMapping("/feeds/{token}/news.atom")
    ResponseEntity<byte[]> news(@PathVariable String token, WebRequest request) throws Exception {
        return answer(token, request, "application/atom+xml", feeds::news);
    }

    @GetMapping("/feeds/{token}/searches/{search}.atom")
    ResponseEntity<byte[]> matches(@PathVariable String token, @PathVariable UUID search, WebRequest request)
            throws Exception {
        return answer(token, request, "application/atom+xml", reader -> feeds.matches(search, reader));
    }

    @GetMapping("/feeds/{token}/dates.ics")
    ResponseEntity<byte[]> dates(@PathVariable String token, WebRequest request) throws Exception {
        return answer(token, request, "text/calendar", feeds::dates);
    }

    @PostMapping("/settings/feed")
    Page renew(Actor actor) {
        var base = site.url().toString().replaceAll("/$", "") + "/feeds/"
                + feeds.renew(actor).text();
        return new Page(
                "notification/feed",
                new FeedPage(
                        base + "/news.atom",
                        base + "/dates.ics",
                        searches.mine(actor).stream()
                                .map(kept -> new FeedPage.Search(
                                        kept.id(), kept.name(), base + "/searches/" + kept.id() + ".atom"))
                                .toList()),
                HttpStatus.CREATED);
    }

    @PostMapping("/settings/feed/removal")
    Redirect revoke(Actor actor) {
        feeds.revoke(actor);
        return Redirect.to("/settings#notifications").saying("notification.feed.revoked");
    }

    private ResponseEntity<byte[]> answer(
            String token, WebRequest request, String type, Function<Actor, String> content) throws Exception {
        var reader = feeds.reader(new Secret(token)).orElseThrow(NotFound::new);
        var bytes = Acting.as(reader, () -> content.apply(reader)).getBytes(StandardCharsets.UTF_8);
        var tag = "\"" + digest(bytes) + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.valueOf(type), StandardCharsets.UTF_8))
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
