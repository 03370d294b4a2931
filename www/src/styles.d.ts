declare module "*.css";
declare module "*.css?namespace=jd";
declare module "@alifd/next/es/locale/zh-cn" {
  const locale: Record<string, Record<string, string>>;
  export default locale;
}
