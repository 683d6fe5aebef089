package noroshi.home.web;

import noroshi.home.Beginning;

/**
 * How far a newcomer has come, on the settings page.
 *
 * @param shown whether it stands on the first page
 */
public record FirstStepsPart(Beginning beginning, boolean shown) {}
