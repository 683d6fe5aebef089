package noroshi.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** What is known about the page being made: the request, and who reads. Asked lazily, remembered for the request. */
final class Surroundings {
    static final String LANGUAGE = "lang";

    private final SiteTools tools;
    private final HttpServletRequest request;
    private final UUID page = UUID.randomUUID();
    private @Nullable Optional<Reader> reader;
    private @Nullable Locale locale;
    private boolean guessed;
    private boolean stranger;
    private @Nullable Notice notice;
    private @Nullable Shell shell;
    private List<String> files = List.of();
    private String filesField = "";

    Surroundings(SiteTools tools, HttpServletRequest request) {
        this.tools = tools;
        this.request = request;
    }

    SiteTools tools() {
        return tools;
    }

    HttpServletRequest request() {
        return request;
    }

    /** From here on nobody is known: what says that something broke must not ask what broke. */
    void stranger() {
        stranger = true;
        locale = null;
    }

    Optional<Reader> reader() {
        if (stranger) {
            return Optional.empty();
        }
        var known = reader;
        if (known == null || known.isEmpty()) {
            known = Acting.current().flatMap(tools.profile()::of);
            reader = known;
        }
        return known;
    }

    /** What was guessed before sign-in is asked again once the reader is known. */
    Locale locale() {
        var known = locale;
        if (known == null || (guessed && Acting.current().isPresent())) {
            known = reader().map(Reader::locale)
                    .or(() -> cookie(LANGUAGE).map(Locale::forLanguageTag))
                    .map(Words::nearest)
                    .orElseGet(this::accepted);
            locale = known;
            guessed = Acting.current().isEmpty();
        }
        return known;
    }

    private Locale accepted() {
        return request.getHeader("Accept-Language") == null ? Locale.JAPANESE : Words.nearest(request.getLocale());
    }

    Notice notice() {
        if (notice == null) {
            var said = Notice.read(cookie(Notice.COOKIE).orElse(""));
            notice = tools.words().of(Locale.JAPANESE).containsKey(said.key()) ? said : Notice.NONE;
        }
        return notice;
    }

    Shell shell() {
        if (shell == null) {
            shell = tools.navigation().shell(path());
        }
        return shell;
    }

    /** The request brought files, which no browser chooses again by itself when the form comes back. */
    void brought(MultiValueMap<String, MultipartFile> uploads) {
        uploads.forEach((field, some) -> {
            var names = some.stream().flatMap(file -> named(file).stream()).toList();
            if (!names.isEmpty()) {
                filesField = field;
                files = names;
            }
        });
    }

    private static Optional<String> named(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).filter(name -> !name.isEmpty());
    }

    List<String> files() {
        return files;
    }

    String filesField() {
        return filesField;
    }

    Optional<CsrfToken> csrf() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    /** Names this page, for the forms on it. */
    UUID page() {
        return page;
    }

    /** The path the reader asked for, also on an error page. */
    String path() {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** An error page is asked for by GET, whatever led to it. */
    boolean posted() {
        var method = request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String failed
                ? failed
                : request.getMethod();
        return !method.equals("GET") && !method.equals("HEAD");
    }

    /** Where the reader can be led back to: this page, or the one with the form that this page answers. */
    String from() {
        if (!posted()) {
            return address(path(), query());
        }
        return Optional.of(Ui.parameter(Sent.FROM))
                .filter(Redirect::stays)
                .or(this::referer)
                .orElse("/");
    }

    /** The page the form was sent from, if it is one of ours. */
    private Optional<String> referer() {
        try {
            var page = new URI(Optional.ofNullable(request.getHeader("Referer")).orElse(""));
            return Optional.ofNullable(page.getHost())
                    .filter(host -> host.equals(request.getServerName())
                            || host.equals(tools.settings().url().getHost()))
                    .map(_ -> address(page.getRawPath(), page.getRawQuery()))
                    .filter(Redirect::stays);
        } catch (URISyntaxException garbled) {
            return Optional.empty();
        }
    }

    private static String address(String path, @Nullable String query) {
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    String query() {
        return Optional.ofNullable(request.getQueryString()).orElse("");
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(request.getCookies())
                .flatMap(cookies -> Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst());
    }
}
