package noroshi.membership.web;

import java.util.List;
import noroshi.membership.Application;

/** The applications that wait for the Centre's answer. */
public record ApplicationsPage(List<Application> waiting) {}
