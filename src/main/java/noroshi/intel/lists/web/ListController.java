package noroshi.intel.lists.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import noroshi.intel.lists.Catalogue;
import noroshi.intel.lists.Lists;
import noroshi.intel.lists.Wanted;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists as products load them, with a token. */
@Controller
@RequestMapping("/lists")
class ListController {
    private final Lists lists;
    private final Catalogue catalogue;

    ListController(Lists lists, Catalogue catalogue) {
        this.lists = lists;
        this.catalogue = catalogue;
    }

    /** What somebody may say after the question mark. */
    record Query(int confidence, String tlp, int limit, String action) {
        Query {
            confidence = Math.clamp(confidence, 0, 100);
        }

        Tlp strictest() {
            return Tlp.parse(tlp).filter(label -> label != Tlp.RED).orElseThrow(() -> new RuleBroken("list.tlp", tlp));
        }

        @Override
        public String toString() {
            return "confidence=" + confidence + "&tlp=" + strictest() + "&limit=" + limit
                    + (action.isEmpty() ? "" : "&action=" + action);
        }
    }

    @GetMapping("/{name}")
    ResponseEntity<byte[]> list(
            @PathVariable String name,
            @RequestParam(defaultValue = "0") int confidence,
            @RequestParam(defaultValue = "AMBER+STRICT") String tlp,
            @RequestParam(defaultValue = "" + Wanted.USUAL) int limit,
            @RequestParam(defaultValue = "") String action,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH) Optional<String> ifNoneMatch,
            Actor actor) {
        return answer(name, new Query(confidence, tlp, limit, action), ifNoneMatch, actor);
    }

    @GetMapping("/misp/{name}")
    ResponseEntity<byte[]> feed(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH) Optional<String> ifNoneMatch,
            Actor actor) {
        return answer("misp/" + name, new Query(0, "AMBER+STRICT", Wanted.USUAL, ""), ifNoneMatch, actor);
    }

    private ResponseEntity<byte[]> answer(String name, Query query, Optional<String> known, Actor actor) {
        var types = catalogue.types(name).orElseThrow(NotFound::new);
        var wanted =
                new Wanted(types, query.confidence(), query.strictest(), query.limit(), catalogue.saysRevoked(name));
        var selection = lists.select(wanted, actor);
        var list = name + "?" + query;
        var sheet =
                catalogue.write(name, list, selection, query.action(), actor).orElseThrow(NotFound::new);
        lists.loaded(list, sheet.written(), sheet.tag(), actor);
        var has = known.filter(tags -> knows(tags, sheet.tag())).isPresent();
        var answer = ResponseEntity.status(has ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(sheet.tag())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-TLP", sheet.written().tlp().label())
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (has) {
            return answer.build();
        }
        return answer.header(HttpHeaders.CONTENT_TYPE, sheet.mediaType()).body(sheet.body());
    }

    private static boolean knows(String tags, String tag) {
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(List.of("*", tag)::contains);
    }
}
