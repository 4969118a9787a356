import { describe, expect, it } from 'vitest';
import { divisionOf, regionOf } from '../../../src/normalize/segment/region.js';

describe('divisionOf', () => {
  it.each([
    ['上海市普陀区财政局', '310107', '普陀区'],
    ['上海普陀区财政局', '310107', '普陀区'],
    ['上海市普陀区人民政府万里街道办事处', '310107', '普陀区'],
    ['泉州市大数据服务中心', '350500', '泉州市'],
    ['福建省泉州市丰泽区教育局', '350503', '丰泽区'],
    ['福建省晋江市人民法院', '350582', '晋江市'],
    ['晋江市人民法院', '350582', '晋江市'],
    ['江苏省人大常委会办公厅', '320000', '江苏省'],
    ['中共泉州市委组织部', '350500', '泉州市'],
    ['中国共产党江苏省委员会宣传部', '320000', '江苏省'],
    ['共青团昆山市委员会', '320583', '昆山市'],
    ['国家税务总局上海市普陀区税务局', '310107', '普陀区'],
    ['吉林市某中心', '220200', '吉林市'],
    ['吉林省某中心', '220000', '吉林省'],
    ['新疆维吾尔自治区石河子市某局', '659001', '石河子市'],
    ['内蒙古自治区鄂尔多斯市伊金霍洛旗某局', '150627', '伊金霍洛旗'],
    ['延边朝鲜族自治州某局', '222400', '延边朝鲜族自治州'],
    ['海门市某学校', '320684', '海门市'],
    ['沛县某中学', '320322', '沛县'],
  ])('%s', (agency, code, name) => {
    expect(divisionOf(agency)).toEqual({ code, name });
  });

  it.each(['国家某某局', '泉州师范学院', '鼓楼区某局', '城区某街道', '某公司驻泉州市办事处', '海南岛研究所', ''])(
    '%s: none',
    (agency) => {
      expect(divisionOf(agency)).toBeNull();
    },
  );
});

describe('regionOf', () => {
  it('says why there is none', () => {
    expect(regionOf('鼓楼区某局').findings.map(({ check, message }) => [check, message.includes('350102')])).toEqual([
      ['identity/no-region', true],
    ]);
    expect(regionOf('国家某某局').findings).toHaveLength(1);
    expect(regionOf(null).findings).toEqual([]);
  });
});
