package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The few addresses that belong to the site itself. */
@Controller
class SiteController {
    private static final String HOME = "/";

    private final SiteTools tools;
    private final Clock clock;

    SiteController(SiteTools tools, Clock clock) {
        this.tools = tools;
        this.clock = clock;
    }

    /** The side navigation as a page, for small screens. */
    @GetMapping("/menu")
    Page menu(Actor actor) {
        return new Page("site/menu", tools.navigation().shell("/menu"));
    }

    /** The language chosen in the footer: remembered by the browser, and by the profile of whoever is signed in. */
    @PostMapping("/language")
    ResponseEntity<Void> language(
            @RequestParam String language, @RequestParam(defaultValue = HOME) String back, HttpServletRequest request) {
        var locale = Words.nearest(Locale.forLanguageTag(language));
        Acting.current().ifPresent(actor -> tools.profile().choose(actor, locale));
        var cookie = ResponseCookie.from(Surroundings.LANGUAGE, locale.getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        return ResponseEntity.status(303)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, Redirect.stays(back) ? back : HOME)
                .build();
    }

    @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok("User-agent: *\nDisallow: /\n");
    }

    @GetMapping(path = "/.well-known/security.txt", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> security() {
        var settings = tools.settings();
        return ResponseEntity.ok("""
                Contact: %s
                Expires: %s
                Preferred-Languages: ja, en
                Canonical: %s/.well-known/security.txt
                """.formatted(
                        settings.site().security(),
                        clock.instant().plus(180, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS),
                        settings.url()));
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<Void> favicon() {
        return ResponseEntity.status(301)
                .header(HttpHeaders.LOCATION, tools.assets().address("img/icon.svg"))
                .build();
    }

    @GetMapping(path = "/manifest.webmanifest", produces = "application/manifest+json")
    ResponseEntity<Manifest> manifest() {
        var icon = new Manifest.Icon(tools.assets().address("img/icon.svg"), "any", "image/svg+xml");
        var name = tools.settings().site().name();
        return ResponseEntity.ok(new Manifest(name, name, HOME, "browser", List.of(icon)));
    }
}
