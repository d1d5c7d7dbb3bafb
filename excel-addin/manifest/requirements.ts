/** What Concord cannot do without: Excel 2021, Microsoft 365, Excel on the web. Anything newer is asked for at run time. */
export const REQUIREMENTS: Readonly<Record<string, string>> = { ExcelApi: "1.13", SharedRuntime: "1.1" };
