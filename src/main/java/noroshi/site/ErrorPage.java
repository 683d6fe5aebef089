package noroshi.site;

/**
 * What a person sees when something was refused or went wrong.
 *
 * @param status HTTP status
 * @param title in the reader's words
 * @param words what it means and what they can do
 * @param reference number to name when asking for help; empty where none is needed
 * @param typed what they had written
 * @param framed whether the usual frame surrounds it
 */
public record ErrorPage(int status, String title, String words, String reference, Typed typed, boolean framed) {}
