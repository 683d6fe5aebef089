package noroshi.intel.taxii.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.View;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.site.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What is in a collection: objects, their manifest and their versions. */
@Controller
@ResponseBody
@RequestMapping("/taxii2/{root}/collections/{collection}")
class EntriesController {
    private final Exchange exchange;
    private final Body body;
    private final Words words;

    EntriesController(Exchange exchange, Body body, Words words) {
        this.exchange = exchange;
        this.body = body;
        this.words = words;
    }

    /** The collection of the address, as this machine sees it; not found before anything else is looked at. */
    @ModelAttribute("view")
    View view(@PathVariable String root, @PathVariable String collection, Actor actor) {
        return exchange.collection(root, collection, actor);
    }

    @GetMapping({"/objects", "/objects/"})
    void objects(
            @ModelAttribute(name = "view", binding = false) View view,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Wire.send(exchange.objects(view, Filters.of(request), actor), request, response);
    }

    @GetMapping({"/manifest", "/manifest/"})
    void manifest(
            @ModelAttribute(name = "view", binding = false) View view,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Wire.send(exchange.manifest(view, Filters.of(request), actor), request, response);
    }

    @PostMapping({"/objects", "/objects/"})
    void bring(
            @ModelAttribute(name = "view", binding = false) View view,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!MediaRange.isTaxii(request.getContentType())) {
            throw new TaxiiFault(415, "intel.taxii.content-type");
        }
        if (!view.mayWrite()) {
            throw new NotAllowed();
        }
        var receipt = body.use(request, actor.person(), bytes -> exchange.bring(view, bytes, actor));
        Wire.send(StatusAnswer.of(receipt, words, TaxiiAdvice.language(request)), 202, response);
    }

    @GetMapping({"/objects/{id}", "/objects/{id}/"})
    void object(
            @ModelAttribute(name = "view", binding = false) View view,
            @PathVariable String id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Wire.send(exchange.object(view, id, Filters.of(request), actor), request, response);
    }

    @GetMapping({"/objects/{id}/versions", "/objects/{id}/versions/"})
    void versions(
            @ModelAttribute(name = "view", binding = false) View view,
            @PathVariable String id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Wire.send(exchange.versions(view, id, Filters.of(request), actor), request, response);
    }

    /** Without a filter by version the whole object goes. */
    @DeleteMapping({"/objects/{id}", "/objects/{id}/"})
    void remove(
            @ModelAttribute(name = "view", binding = false) View view,
            @PathVariable String id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var question = Filters.of(request);
        exchange.remove(view, id, Filters.namesVersions(request) ? question : question.ofAllVersions(), actor);
        Wire.nothing(200, response);
    }
}
