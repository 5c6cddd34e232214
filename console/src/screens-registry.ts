import {
  AlertOutlined,
  CloudUploadOutlined,
  CopyOutlined,
  EditOutlined,
  EnvironmentOutlined,
  HomeOutlined,
  SafetyOutlined,
  ShopOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { findRegistryAddresses } from '@fengqiao/contract/registry/addresses.ts';
import { decideCorrection, proveAtWindow } from '@fengqiao/contract/registry/corrections.ts';
import { listTwins } from '@fengqiao/contract/registry/twins.ts';
import { openEmergency } from '@fengqiao/contract/registry/emergencies.ts';
import { listRegistryImports } from '@fengqiao/contract/registry/imports.ts';
import { addPerson, searchPeople } from '@fengqiao/contract/registry/people.ts';
import { addHome, addOrganization } from '@fengqiao/contract/registry/place-acts.ts';
import { listHomes, listOrganizations } from '@fengqiao/contract/registry/places.ts';
import { pages } from './pages.ts';
import { names } from './shell/texts.ts';

/** Screens of the registry that stand in the navigation. */
export const registryScreens = [
  { path: '/people', name: names.people, Icon: UserOutlined, needs: [searchPeople], Screen: pages.People },
  { path: '/homes', name: names.homes, Icon: HomeOutlined, needs: [listHomes], Screen: pages.Homes },
  {
    path: '/addresses',
    name: names.addresses,
    Icon: EnvironmentOutlined,
    needs: [findRegistryAddresses],
    Screen: pages.Addresses,
  },
  {
    path: '/organizations',
    name: names.organizations,
    Icon: ShopOutlined,
    needs: [listOrganizations],
    Screen: pages.Organizations,
  },
  {
    path: '/emergency',
    name: names.emergency,
    Icon: AlertOutlined,
    needs: [openEmergency],
    Screen: pages.Emergency,
  },
  {
    path: '/corrections',
    name: names.corrections,
    Icon: EditOutlined,
    needs: [decideCorrection],
    Screen: pages.Corrections,
  },
  { path: '/duplicates', name: names.twins, Icon: CopyOutlined, needs: [listTwins], Screen: pages.Twins },
  {
    path: '/data-imports',
    name: names.dataImports,
    Icon: CloudUploadOutlined,
    needs: [listRegistryImports],
    Screen: pages.DataImports,
  },
];

/** At the window, beside the mandates. */
export const realNameScreen = {
  path: '/real-name',
  name: names.realName,
  Icon: SafetyOutlined,
  needs: [proveAtWindow],
  Screen: pages.RealName,
};

/** Those that are reached from them. */
export const registryPages = [
  { path: '/people/new', name: names.people, needs: [addPerson], Screen: pages.NewPerson },
  { path: '/homes/new', name: names.homes, needs: [addHome], Screen: pages.NewHome },
  {
    path: '/organizations/new',
    name: names.organizations,
    needs: [addOrganization],
    Screen: pages.NewOrganization,
  },
  { path: '/people/:id', name: names.people, needs: [searchPeople], Screen: pages.PersonPage },
  {
    path: '/data-imports/new',
    name: names.dataImports,
    needs: [listRegistryImports],
    Screen: pages.NewDataImport,
  },
  {
    path: '/data-imports/:id',
    name: names.dataImports,
    needs: [listRegistryImports],
    Screen: pages.DataImportPage,
  },
];
