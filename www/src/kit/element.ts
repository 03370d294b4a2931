// The parts of Element Plus on our pages, each from its own file: the kit's index brings all of them along.

export { ElButton } from "element-plus/es/components/button/index.mjs";
export { ElCard } from "element-plus/es/components/card/index.mjs";
export { ElConfigProvider } from "element-plus/es/components/config-provider/index.mjs";
export { ElDescriptions, ElDescriptionsItem } from "element-plus/es/components/descriptions/index.mjs";
export { ElDialog } from "element-plus/es/components/dialog/index.mjs";
export { ElInput } from "element-plus/es/components/input/index.mjs";
export { ElPagination } from "element-plus/es/components/pagination/index.mjs";
export { ElRate } from "element-plus/es/components/rate/index.mjs";
export { ElOption, ElSelect } from "element-plus/es/components/select/index.mjs";
export { ElStatistic } from "element-plus/es/components/statistic/index.mjs";
export { ElTable, ElTableColumn } from "element-plus/es/components/table/index.mjs";
export { ElTableV2, TableV2FixedDir } from "element-plus/es/components/table-v2/index.mjs";
export { ElTabPane, ElTabs } from "element-plus/es/components/tabs/index.mjs";
