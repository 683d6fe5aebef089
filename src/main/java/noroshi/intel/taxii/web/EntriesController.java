package noroshi.intel.taxii.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import noroshi.intel.taxii.Exchange;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.site.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What is in a collection: objects, their manifest and their versions. A collection that this machine may not know of is
 * not found before anything else is looked at.
 */
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

    @GetMapping({"/objects", "/objects/"})
    void objects(
            @PathVariable String root,
            @PathVariable String collection,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var view = exchange.collection(root, collection, actor);
        Wire.send(exchange.objects(view, Filters.of(request), actor), request, response);
    }

    @GetMapping({"/manifest", "/manifest/"})
    void manifest(
            @PathVariable String root,
            @PathVariable String collection,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var view = exchange.collection(root, collection, actor);
        Wire.send(exchange.manifest(view, Filters.of(request), actor), request, response);
    }

    @PostMapping({"/objects", "/objects/"})
    void bring(
            @PathVariable String root,
            @PathVariable String collection,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var view = exchange.collection(root, collection, actor);
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
            @PathVariable String root,
            @PathVariable String collection,
            @PathVariable String id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var view = exchange.collection(root, collection, actor);
        Wire.send(exchange.object(view, id, Filters.of(request), actor), request, response);
    }

    @GetMapping({"/objects/{id}/versions", "/objects/{id}/versions/"})
    void versions(
            @PathVariable String root,
            @PathVariable String collection,
            @PathVariable String id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var view = exchange.collection(root, collection, actor);
        Wire.send(exchange.versions(view, id, Filters.of(request), actor), request, response);
    }

    /** Without a filter by version the whole object goes. */
    @DeleteMapping({"/objects/{id}", "/objects/{id}/"})
    void remove(
            @PathVariable String root,
            @PathVariable String collection,
            @PathVariable String id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var view = exchange.collection(root, collection, actor);
        var question = Filters.of(request);
        exchange.remove(view, id, Filters.namesVersions(request) ? question : question.ofWholeObject(), actor);
        Wire.nothing(200, response);
    }
}
