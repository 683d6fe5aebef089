@org.jspecify.annotations.NullMarked
package noroshi.site;
