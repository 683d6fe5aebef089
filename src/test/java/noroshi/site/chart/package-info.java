@org.jspecify.annotations.NullMarked
package noroshi.site.chart;
