package noroshi.intel.taxii.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.View;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.SiteSettings;
import noroshi.site.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the server offers: discovery, API roots, collections, and what became of envelopes. */
@Controller
@ResponseBody
class RootController {
    /** Whatever a collection can hold: a manifest names no other. */
    private static final List<String> STIX =
            List.of("application/stix+json;version=2.1", "application/stix+json;version=2.0");

    private static final Pattern KNOWN = Pattern.compile(
            "/taxii2(/[^/]+(/collections(/[^/]+(/manifest|(?<objects>/objects)|(?<object>/objects/[^/]+)|"
                    + "/objects/[^/]+/versions)?)?|/status/[^/]+)?)?/?");

    private final Exchange exchange;
    private final SiteSettings settings;
    private final Words words;

    RootController(Exchange exchange, SiteSettings settings, Words words) {
        this.exchange = exchange;
        this.settings = settings;
        this.words = words;
    }

    @GetMapping({"/taxii2", "/taxii2/"})
    void discovery(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var roots = exchange.roots(actor).stream()
                .map(root -> address(request) + "/taxii2/" + root.path() + "/")
                .toList();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("title", "Noroshi TAXII 2.1");
        answer.put("description", words.text(TaxiiAdvice.language(request), "intel.taxii.description"));
        answer.put("default", roots.getFirst());
        answer.put("api_roots", roots);
        Wire.send(answer, 200, response);
    }

    /** As the client reached us: behind a proxy, or under another name, our own idea would be wrong. */
    private String address(HttpServletRequest request) {
        var host = request.getHeader("Host");
        if (host == null || !host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}")) {
            return settings.url().toString().replaceFirst("/$", "");
        }
        return request.getScheme() + "://" + host;
    }

    @GetMapping({"/taxii2/{root}", "/taxii2/{root}/"})
    void root(@PathVariable String root, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var found = exchange.root(root, actor);
        var language = TaxiiAdvice.language(request);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("title", found.community().orElseGet(() -> words.text(language, "intel.taxii.general")));
        answer.put("versions", List.of(Wire.TAXII));
        answer.put("max_content_length", Body.MOST);
        Wire.send(answer, 200, response);
    }

    @GetMapping({"/taxii2/{root}/collections", "/taxii2/{root}/collections/"})
    void collections(@PathVariable String root, Actor actor, HttpServletResponse response) throws IOException {
        var found = exchange.collections(root, actor).stream()
                .map(RootController::collection)
                .toList();
        Wire.send(found.isEmpty() ? Map.of() : Map.of("collections", found), 200, response);
    }

    @GetMapping({"/taxii2/{root}/collections/{collection}", "/taxii2/{root}/collections/{collection}/"})
    void collection(
            @PathVariable String root, @PathVariable String collection, Actor actor, HttpServletResponse response)
            throws IOException {
        Wire.send(collection(exchange.collection(root, collection, actor)), 200, response);
    }

    private static Map<String, Object> collection(View view) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", view.collection().id().toString());
        answer.put("title", view.collection().title());
        if (!view.collection().description().isEmpty()) {
            answer.put("description", view.collection().description());
        }
        if (!view.collection().alias().isEmpty()) {
            answer.put("alias", view.collection().alias());
        }
        answer.put("can_read", view.mayRead());
        answer.put("can_write", view.mayWrite());
        answer.put("media_types", STIX);
        return answer;
    }

    @GetMapping({"/taxii2/{root}/status/{id}", "/taxii2/{root}/status/{id}/"})
    void status(
            @PathVariable String root,
            @PathVariable String id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var receipt = exchange.status(root, id.toLowerCase(Locale.ROOT), actor);
        Wire.send(StatusAnswer.of(receipt, words, TaxiiAdvice.language(request)), 200, response);
    }

    /** Whatever else is asked for. */
    @RequestMapping("/taxii2/**")
    void unknown(HttpServletRequest request, HttpServletResponse response) {
        var known = KNOWN.matcher(request.getRequestURI());
        if (known.matches()) {
            response.setHeader("Allow", allowed(known));
            throw new TaxiiFault(405, "intel.taxii.method", request.getMethod());
        }
        throw new NotFound();
    }

    private static String allowed(Matcher address) {
        if (address.group("object") != null) {
            return "GET, HEAD, DELETE";
        }
        return address.group("objects") != null ? "GET, HEAD, POST" : "GET, HEAD";
    }
}
