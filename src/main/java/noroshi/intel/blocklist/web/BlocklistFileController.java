package noroshi.intel.blocklist.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.blocklist.Confirmations;
import noroshi.intel.lists.Catalogue;
import noroshi.intel.lists.Lists;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One block list as products of its recipients load it, in every form that lists have. */
@Controller
class BlocklistFileController {
    private final Confirmations confirmations;
    private final Catalogue catalogue;
    private final Lists lists;

    BlocklistFileController(Confirmations confirmations, Catalogue catalogue, Lists lists) {
        this.confirmations = confirmations;
        this.catalogue = catalogue;
        this.lists = lists;
    }

    @GetMapping("/lists/blocklists/{id}/{name}")
    ResponseEntity<byte[]> list(
            @PathVariable UUID id,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String action,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH) Optional<String> ifNoneMatch,
            Actor actor) {
        var types = catalogue.types(name).filter(some -> !some.isEmpty()).orElseThrow(NotFound::new);
        var selection = confirmations.selection(id, types, catalogue.saysRevoked(name), actor);
        var list = "blocklists/" + id + "/" + name + (action.isEmpty() ? "" : "?action=" + action);
        var sheet = catalogue.write(name, list, selection, action, actor).orElseThrow(NotFound::new);
        lists.loaded(list, sheet.written(), sheet.tag(), actor);
        var has = ifNoneMatch
                .filter(tags -> Arrays.stream(tags.split(",", -1))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(List.of("*", sheet.tag())::contains))
                .isPresent();
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
}
